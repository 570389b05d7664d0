package org.stepwell.enrollment.reporting;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** The episodes, as reports read them. */
@Singleton
class Stays {

    /** The first call or letter of which an episode came; none where another episode came of it before. */
    private static final String FIRST_CONTACT = """
            select max(i.received_at) from inquiry i
            where i.clinic_id = e.clinic_id and i.received_at <= e.waiting_since
              and i.id in (
                select p.inquiry_id from patient p where p.clinic_id = e.clinic_id and p.id = e.patient_id
                union all
                select r.inquiry_id from referral r where r.clinic_id = e.clinic_id and r.patient_id = e.patient_id)
              and not exists (
                select from episode b
                where b.clinic_id = e.clinic_id and b.patient_id = e.patient_id and b.id <> e.id
                  and b.waiting_since >= i.received_at and b.waiting_since < e.waiting_since)
            """;

    /** With the clinic's zone as the first value. */
    static final String COLUMNS = """
            e.id, e.patient_id, (coalesce((%s), e.waiting_since) at time zone ?)::date as asked_on, e.start, e.last_day, e.discharge_reason,
                (select p.level from program p where p.clinic_id = e.clinic_id and p.id = e.program_id) as level,
                (select before.last_day >= e.start - 1 from episode before
                 where before.clinic_id = e.clinic_id and before.id = e.previous_id) as transferred
            """.formatted(FIRST_CONTACT);

    private final Sql sql;
    private final ClinicDirectory clinics;

    Stays(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    Stay of(EpisodeId episode) {
        return sql.one(
                        "select " + COLUMNS
                                + " from episode e where e.clinic_id = platform.current_clinic() and e.id = ?",
                        Stays::read,
                        clinics.zone().getId(),
                        episode.value())
                .orElseThrow(NotFoundException::new);
    }

    static Stay read(ResultSet row) throws SQLException {
        @Nullable LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return new Stay(
                new EpisodeId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("start", LocalDate.class),
                lastDay == null
                        ? null
                        : new Stay.Ended(lastDay, DischargeReason.valueOf(row.getString("discharge_reason"))),
                ProgramLevel.valueOf(row.getString("level")),
                row.getBoolean("transferred"));
    }
}
