package org.stepwell.aftercare.weeklytherapy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** On which days patients were in therapy. */
@Singleton
class TherapyDays {

    /** What somebody tells of a day is one thing, whoever tells it last. */
    private static final UUID TOLD = new UUID(0, 0);

    /** What a check-in says of its week stands beside what is told of a day. */
    private static final UUID IN_A_CHECK_IN = new UUID(0, 1);

    private final Sql sql;
    private final MergedPatients merged;

    TherapyDays(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** Who says so. */
    @Schema(name = "TherapyDaySource")
    enum Source {
        PATIENT,
        STAFF,
        /** In a check-in: some day of the week that ends there. */
        CHECK_IN,
        /** Scheduling counted who was there. */
        ATTENDANCE
    }

    /** A day of therapy, kept or missed. */
    @Schema(name = "TherapyDay")
    record Day(
            LocalDate day,
            boolean kept,
            Source source,
            Instant saidAt,

            @Schema(description = "who of the staff wrote it down, where somebody did") @Nullable
            StaffId writtenBy) {

        static Day read(ResultSet row) throws SQLException {
            @Nullable UUID writtenBy = row.getObject("written_by_id", UUID.class);
            return new Day(
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("kept"),
                    Source.valueOf(row.getString("source")),
                    row.getObject("said_at", OffsetDateTime.class).toInstant(),
                    writtenBy == null ? null : new StaffId(writtenBy));
        }
    }

    /** Somebody tells of a day; the last word holds. */
    void told(PatientId patient, Day day) {
        put(patient, TOLD, 0, day);
    }

    /** A check-in says that therapy was kept in its week. */
    void toldOfWeek(PatientId patient, LocalDate last, Instant at) {
        put(patient, IN_A_CHECK_IN, 0, new Day(last, true, Source.CHECK_IN, at, null));
    }

    /** Scheduling counted a session; false where a newer count is known. */
    boolean counted(PatientId patient, UUID session, int version, Day day) {
        return put(patient, session, version, day);
    }

    private boolean put(PatientId patient, UUID session, int version, Day day) {
        return sql.update(
                        """
                        insert into therapy_day as known
                            (patient_id, day, source, session_id, version, kept, written_by_id, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, patient_id, day, session_id) do update
                        set source = excluded.source, version = excluded.version, kept = excluded.kept,
                            written_by_id = excluded.written_by_id, said_at = excluded.said_at
                        where known.version <= excluded.version
                        """,
                        patient.value(),
                        day.day(),
                        day.source().name(),
                        session,
                        version,
                        day.kept(),
                        day.writtenBy() == null ? null : day.writtenBy().value(),
                        day.saidAt())
                == 1;
    }

    /** The last day through a day on which a patient was in therapy. */
    Optional<LocalDate> lastKept(PatientId patient, LocalDate through) {
        return sql.one("""
                select day from therapy_day
                where clinic_id = platform.current_clinic() and patient_id = any (?) and day <= ? and kept
                order by day desc limit 1
                """, row -> row.getObject("day", LocalDate.class), merged.recordsOf(patient), through);
    }

    /** The days of a time, the newest first. */
    List<Day> of(PatientId patient, LocalDate from, LocalDate through) {
        return sql.list("""
                select * from therapy_day
                where clinic_id = platform.current_clinic() and patient_id = any (?) and day between ? and ?
                order by day desc, session_id limit 200
                """, Day::read, merged.recordsOf(patient), from, through);
    }
}
