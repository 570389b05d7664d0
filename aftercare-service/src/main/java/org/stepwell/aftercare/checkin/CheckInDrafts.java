package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.Seal;

/** What was typed of check-ins that are not sent yet, sealed; whoever changes one has locked the plan. */
@Singleton
class CheckInDrafts {

    private final MergedPatients merged;
    private final Sql sql;
    private final Seal seal;
    private final CheckInJson json;

    CheckInDrafts(MergedPatients merged, Sql sql, Seal seal, CheckInJson json) {
        this.merged = merged;
        this.sql = sql;
        this.seal = seal;
        this.json = json;
    }

    /** A draft; version 0 is one in which nothing was typed. */
    record Draft(
            int version,
            CheckInForm says,
            CheckIn.@Nullable Recorder savedBy,
            @Nullable Instant savedAt) {

        Draft with(CheckInForm now, CheckIn.Recorder by, Instant at) {
            return new Draft(version + 1, now, by, at);
        }
    }

    Draft of(CheckInId checkIn) {
        return find(checkIn).orElseGet(() -> new Draft(0, json.read("{}"), null, null));
    }

    private Optional<Draft> find(CheckInId checkIn) {
        return sql.one(
                "select * from check_in_draft where clinic_id = platform.current_clinic() and check_in_id = ?",
                this::read,
                checkIn.value());
    }

    private Draft read(ResultSet row) throws SQLException {
        var checkIn = new CheckInId(row.getObject("check_in_id", UUID.class));
        return new Draft(
                row.getInt("version"),
                json.read(seal.open(ClinicContext.clinic(), purpose(checkIn), row.getString("said"))),
                CheckIn.Recorder.valueOf(row.getString("saved_by")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    /**
     * What was typed of a check-in that nobody asks for any more goes on in the one that takes its place.
     *
     * @param since what was typed before speaks of days long gone, and is let go
     */
    void goOnIn(CheckIn next, Instant since) {
        var leftOver = sql.list("""
                delete from check_in_draft d
                where d.clinic_id = platform.current_clinic() and d.plan_id = ?
                    and not exists (select 1 from check_in c where c.clinic_id = d.clinic_id and c.id = d.check_in_id)
                returning d.*
                """, this::read, next.plan().value());
        leftOver.stream()
                .filter(draft -> draft.savedAt() != null && !draft.savedAt().isBefore(since))
                .max(Comparator.comparing(draft -> Objects.requireNonNull(draft.savedAt())))
                .ifPresent(draft -> save(
                        next, draft, Objects.requireNonNull(draft.savedBy()), Objects.requireNonNull(draft.savedAt())));
    }

    void save(CheckIn checkIn, Draft draft, CheckIn.Recorder by, Instant at) {
        sql.update(
                """
                insert into check_in_draft (check_in_id, version, plan_id, patient_id, said, saved_by, saved_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, check_in_id) do update
                set version = excluded.version, said = excluded.said, saved_by = excluded.saved_by, saved_at = excluded.saved_at
                """,
                checkIn.id().value(),
                draft.version(),
                checkIn.plan().value(),
                checkIn.patient().value(),
                seal.seal(ClinicContext.clinic(), purpose(checkIn.id()), json.written(draft.says())),
                by.name(),
                at);
    }

    /** Nobody sends what this patient typed any more, in whatever plan. */
    void forget(PatientId patient) {
        sql.update(
                "delete from check_in_draft where clinic_id = platform.current_clinic() and patient_id = any (?)",
                (Object) merged.recordsOf(patient));
    }

    /** What stayed beside check-ins that others recorded, due before a day. */
    void forgetRecorded(AftercarePlanId plan, LocalDate before) {
        sql.update("""
                delete from check_in_draft d using check_in c
                where d.clinic_id = platform.current_clinic() and d.plan_id = ?
                    and c.clinic_id = d.clinic_id and c.id = d.check_in_id and c.status = 'RECORDED' and c.due_on < ?
                """, plan.value(), before);
    }

    /** It was sent. */
    void sent(CheckInId checkIn) {
        sql.update(
                "delete from check_in_draft where clinic_id = platform.current_clinic() and check_in_id = ?",
                checkIn.value());
    }

    private static String purpose(CheckInId checkIn) {
        return "check-in-draft/" + checkIn;
    }
}
