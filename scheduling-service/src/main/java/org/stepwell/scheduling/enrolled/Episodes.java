package org.stepwell.scheduling.enrolled;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;

/** The episodes of a clinic. */
@Singleton
public class Episodes {

    private final Sql sql;
    private final Patients patients;

    Episodes(Sql sql, Patients patients) {
        this.sql = sql;
        this.patients = patients;
    }

    /** Takes an admission; one that was already ended stays ended. */
    public void admitted(EpisodeAdmitted event) {
        patients.mentioned(event.patient());
        sql.update(
                """
                insert into episode
                    (id, patient_id, program_id, track, starts_on, target_end, weekly_minutes, status)
                values (?, ?, ?, ?, ?, ?, ?, 'ADMITTED')
                on conflict do nothing
                """,
                event.episode().value(),
                event.patient().value(),
                event.program().value(),
                event.track(),
                event.start(),
                event.targetEnd(),
                event.weeklyMinutes());
    }

    /** Takes a discharge; a later one corrects the last day. */
    public void discharged(EpisodeDischarged event) {
        sql.update("""
                update episode set status = 'DISCHARGED', last_day = ?
                where clinic_id = platform.current_clinic() and id = ?
                """, event.lastDay(), event.episode().value());
    }

    /** One episode. */
    public Optional<Episode> find(EpisodeId id) {
        return findAll(Set.of(id)).stream().findFirst();
    }

    /** Several episodes, in no order. */
    public List<Episode> findAll(Collection<EpisodeId> ids) {
        return sql.list(
                "select * from episode where clinic_id = platform.current_clinic() and id = any (?)",
                Episodes::read,
                (Object) Columns.uuids(ids));
    }

    /** The episodes a patient was discharged from. */
    public List<Episode> dischargedOf(PatientId patient) {
        return sql.list("""
                select * from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and status = 'DISCHARGED' order by id
                """, Episodes::read, patient.value());
    }

    /** The episode a patient is, or last was, in on a day. */
    public Optional<Episode> ofPatientOn(PatientId patient, LocalDate day) {
        return sql.one("""
                select * from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and starts_on <= ?
                order by starts_on desc, id desc limit 1
                """, Episodes::read, patient.value(), day);
    }

    /** One episode that stays as it is until this transaction ends: a discharge waits, and then sees the seat. */
    public Optional<Episode> held(EpisodeId id) {
        return sql.one(
                "select * from episode where clinic_id = platform.current_clinic() and id = ? for share",
                Episodes::read,
                id.value());
    }

    /** Holds episodes until this transaction ends, always in the same order; what is read next is what holds meanwhile. */
    public void hold(Collection<EpisodeId> ids) {
        sql.list("""
                select 1 from episode where clinic_id = platform.current_clinic() and id = any (?)
                order by id for no key update
                """, row -> row.getInt(1), (Object) Columns.uuids(ids));
    }

    /** Refuses a seat from a day on to somebody who is not admitted then, or with somebody else's episode. */
    public Episode requireAdmitted(EpisodeId id, PatientId patient, LocalDate day) {
        var admitted = held(id).filter(
                        episode -> episode.admittedOn(day) && episode.patient().equals(patient))
                .orElseThrow(() -> new Refusal(
                        EnrolledRule.NOT_ADMITTED,
                        "Patient %s is not admitted in episode %s on %s.".formatted(patient, id, day)));
        if (day.isBefore(admitted.start())) {
            throw new Refusal(
                    EnrolledRule.NOT_YET_IN_PROGRAM,
                    "The episode starts on %s, after %s. Choose a later day.".formatted(admitted.start(), day));
        }
        return admitted;
    }

    private static Episode read(ResultSet row) throws SQLException {
        return new Episode(
                Columns.id(row, "id", EpisodeId::new),
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "program_id", ProgramId::new),
                row.getString("track"),
                Columns.day(row, "starts_on"),
                Columns.day(row, "target_end"),
                row.getInt("weekly_minutes"),
                Columns.dayOrNull(row, "last_day"));
    }
}
