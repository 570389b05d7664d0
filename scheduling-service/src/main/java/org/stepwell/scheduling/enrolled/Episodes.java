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
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.enrollment.EnrollmentFact.TargetEndMoved;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;

/** The episodes of a clinic. */
@Singleton
public class Episodes {

    private static final String SELECT = """
            select e.*, array(
                select a.from_day || '/' || coalesce(a.back_on::text, '..') from absence a
                where a.clinic_id = e.clinic_id and a.episode_id = e.id order by a.from_day) as absences
            from episode e where e.clinic_id = platform.current_clinic()
            """;

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

    /** The patient comes back: places are wanted from that day on, and for longer. */
    public void resumed(EpisodeResumed event) {
        sql.update("""
                update episode set target_end = ?, place_from = ?, placements_asked = placements_asked + 1
                where clinic_id = platform.current_clinic() and id = ?
                """, event.targetEnd(), event.from(), event.episode().value());
    }

    /** The patient is in another track from a day on, and wants places there. */
    public void trackChanged(TrackChanged event) {
        sql.update(
                """
                update episode
                set track = ?, track_from = ?, place_from = ?, placements_asked = placements_asked + 1
                where clinic_id = platform.current_clinic() and id = ?
                """, event.track(), event.from(), event.from(), event.episode().value());
    }

    /** The episode is meant to end on another day. */
    public void targetEndMoved(TargetEndMoved event) {
        sql.update("""
                update episode set target_end = ? where clinic_id = platform.current_clinic() and id = ?
                """, event.targetEnd(), event.episode().value());
    }

    /** Takes the last day of an episode that was discharged; a later word corrects it. */
    public void ended(EpisodeId episode, LocalDate lastDay) {
        sql.update("""
                update episode set status = 'DISCHARGED', last_day = ?
                where clinic_id = platform.current_clinic() and id = ?
                """, lastDay, episode.value());
    }

    /** One episode. */
    public Optional<Episode> find(EpisodeId id) {
        return findAll(Set.of(id)).stream().findFirst();
    }

    /** Several episodes, in no order. */
    public List<Episode> findAll(Collection<EpisodeId> ids) {
        return sql.list(SELECT + " and e.id = any (?)", Episodes::read, (Object) Columns.uuids(ids));
    }

    /** The episodes a patient was discharged from. */
    public List<Episode> dischargedOf(PatientId patient) {
        return sql.list(
                SELECT + " and e.patient_id = ? and e.status = 'DISCHARGED' order by e.id",
                Episodes::read,
                patient.value());
    }

    /** The episode a patient is, or last was, in on a day. */
    public Optional<Episode> ofPatientOn(PatientId patient, LocalDate day) {
        return sql.one(
                SELECT + " and e.patient_id = ? and e.starts_on <= ? order by e.starts_on desc, e.id desc limit 1",
                Episodes::read,
                patient.value(),
                day);
    }

    /** One episode that stays as it is until this transaction ends: a discharge waits, and then sees the seat. */
    public Optional<Episode> held(EpisodeId id) {
        return sql.one(SELECT + " and e.id = ? for share of e", Episodes::read, id.value());
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
        return requireAdmitted(id, patient, List.of(day));
    }

    /** The same for several days. */
    public Episode requireAdmitted(EpisodeId id, PatientId patient, List<LocalDate> days) {
        var found = held(id).filter(episode -> episode.patient().equals(patient));
        for (var day : days) {
            var admitted =
                    found.filter(episode -> episode.admittedOn(day)).orElseThrow(() -> notAdmitted(id, patient, day));
            if (admitted.awayOn(day)) {
                throw new Refusal(
                        EnrolledRule.NOT_WHILE_ON_HOLD,
                        "The patient is away on %s. Let them come back first, or choose a later day.".formatted(day));
            }
            if (day.isBefore(admitted.start())) {
                throw new Refusal(
                        EnrolledRule.NOT_YET_IN_PROGRAM,
                        "The episode starts on %s, after %s. Choose a later day.".formatted(admitted.start(), day));
            }
        }
        return found.orElseThrow();
    }

    /** Refuses a visit of aftercare on a day on which the patient is still in the program. */
    public void requireLeft(EpisodeId id, LocalDate day) {
        if (held(id).filter(episode -> !episode.admittedOn(day)).isEmpty()) {
            throw new Refusal(
                    EnrolledRule.AFTERCARE_FOLLOWS_THE_LAST_DAY,
                    "The patient is in the program on %s. Choose a later day, or book a visit of the stay."
                            .formatted(day));
        }
    }

    private static Refusal notAdmitted(EpisodeId id, PatientId patient, LocalDate day) {
        return new Refusal(
                EnrolledRule.NOT_ADMITTED,
                "Patient %s is not admitted in episode %s on %s. Choose a day of the stay, or admit them first."
                        .formatted(patient, id, day));
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
                Columns.texts(row, "absences").stream().map(Absence::parse).toList(),
                Columns.dayOrNull(row, "last_day"));
    }
}
