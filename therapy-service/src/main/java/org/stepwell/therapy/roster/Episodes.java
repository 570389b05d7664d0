package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** The episodes of care, from admission to discharge, as enrollment says them. */
@Singleton
public class Episodes {

    private final Sql sql;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Episodes(Sql sql, ClinicDirectory clinics, Clock clock) {
        this.sql = sql;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** An episode as therapy needs it; {@code running} from admission until it is over. */
    public record Episode(EpisodeId episode, PatientId patient, boolean running) {}

    /** An episode begins. */
    public void admitted(EpisodeAdmitted admitted) {
        sql.update(
                """
                insert into episode (id, patient_id, program_id, started) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set program_id = excluded.program_id, started = excluded.started
                """,
                admitted.episode().value(),
                admitted.patient().value(),
                admitted.program().value(),
                admitted.start());
    }

    /**
     * An episode ends; a later word corrects it.
     *
     * @param lastDay which may be ahead
     * @param overFrom the first day on which nothing is asked for any more
     */
    public void ended(PatientId patient, EpisodeId episode, LocalDate lastDay, LocalDate overFrom) {
        sql.update("""
                insert into episode (id, patient_id, ended, over_from) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update set ended = excluded.ended, over_from = excluded.over_from
                """, episode.value(), patient.value(), lastDay, overFrom);
    }

    /** The patient is away from a day on; said again, it holds instead of what was said before. */
    public void held(PatientId patient, EpisodeId episode, LocalDate from) {
        sql.update("""
                insert into episode (id, patient_id, held_from) values (?, ?, ?)
                on conflict (clinic_id, id) do update set held_from = excluded.held_from, back_on = null
                """, episode.value(), patient.value(), from);
    }

    /** The patient is back on a day. */
    public void resumed(EpisodeId episode, LocalDate from) {
        sql.update("update episode set back_on = ? where id = ? and held_from is not null", from, episode.value());
    }

    /** The episode, or 404. */
    public Episode of(EpisodeId episode) {
        return sql.one(
                        "select patient_id, started, over_from from episode where id = ?",
                        row -> new Episode(
                                episode,
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getObject("started", LocalDate.class) != null
                                        && row.getObject("over_from", LocalDate.class)
                                                .isAfter(today())),
                        episode.value())
                .orElseThrow(NotFoundException::new);
    }

    /** An episode that goes on: its last day is not over. */
    public record Open(EpisodeId episode, PatientId patient, LocalDate started, Away away) {

        private static Open of(ResultSet row) throws SQLException {
            return new Open(
                    new EpisodeId(row.getObject("id", UUID.class)),
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    row.getObject("started", LocalDate.class),
                    new Away(row.getObject("held_from", LocalDate.class), row.getObject("back_on", LocalDate.class)));
        }
    }

    /** An episode whose patient was admitted, and whose last day is not over, if anybody said it. */
    public Optional<Open> open(EpisodeId episode) {
        return sql.one("""
                select * from episode
                where clinic_id = platform.current_clinic() and id = ? and started is not null and over_from > ?
                """, Open::of, episode.value(), today());
    }

    /** Those of a patient, in the order of their ids: one, unless a record was merged into another. */
    public List<Open> open(PatientId patient) {
        return sql.list("""
                select * from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and started is not null and over_from > ?
                order by id
                """, Open::of, patient.value(), today());
    }

    /** Those who are in a program. */
    public List<EpisodeId> openIn(ProgramId program) {
        return sql.list("""
                select id from episode
                where clinic_id = platform.current_clinic() and program_id = ? and started is not null and over_from > ?
                """, row -> new EpisodeId(row.getObject("id", UUID.class)), program.value(), today());
    }

    /** The last day of the stay before this one, if there was one. */
    public Optional<LocalDate> endBefore(Stay stay) {
        return sql.one(
                """
                select max(ended) as ended from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and started < ? and ended < ?
                having max(ended) is not null
                """,
                row -> row.getObject("ended", LocalDate.class),
                stay.patient().value(),
                stay.from(),
                stay.from());
    }

    /** The episode of a patient that goes on, if there is one. */
    public Optional<EpisodeId> openOf(PatientId patient) {
        return sql.one("""
                select id from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and started is not null and over_from > ?
                order by started desc, id desc limit 1
                """, row -> new EpisodeId(row.getObject("id", UUID.class)), patient.value(), today());
    }

    /** The first day of an episode; the last of all days where the patient is not admitted. */
    public LocalDate startOf(EpisodeId episode) {
        return admitted(episode).map(Stay::from).orElse(LocalDate.MAX);
    }

    /** The first day of the stay after this one, if there is one. */
    public Optional<LocalDate> beginningAfter(Stay stay) {
        return sql.one(
                """
                select min(started) as started from episode
                where clinic_id = platform.current_clinic() and patient_id = ? and started > ?
                having min(started) is not null
                """,
                row -> row.getObject("started", LocalDate.class),
                stay.patient().value(),
                stay.from());
    }

    /** An admitted patient's stay, or 404. */
    public Stay stay(EpisodeId episode) {
        return admitted(episode).orElseThrow(NotFoundException::new);
    }

    /** A stay, once its patient is admitted. */
    public Optional<Stay> admitted(EpisodeId episode) {
        return sql.one("select * from episode where id = ? and started is not null", this::read, episode.value());
    }

    /** A stay of the patient: the chosen one, which is a 404 where it is not theirs, or else the newest, if there is one. */
    public Optional<Stay> stayOf(PatientId patient, @Nullable EpisodeId chosen) {
        if (chosen != null && !has(patient, chosen)) {
            throw new NotFoundException();
        }
        return chosen != null ? Optional.of(stay(chosen)) : sql.one("""
                        select * from episode where patient_id = ? and started is not null
                        order by started desc, id desc limit 1
                        """, this::read, patient.value());
    }

    private Stay read(ResultSet row) throws SQLException {
        var lastDay = row.getObject("ended", LocalDate.class);
        return new Stay(
                new EpisodeId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("started", LocalDate.class),
                lastDay,
                lastDay == null ? null : row.getObject("over_from", LocalDate.class),
                today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }

    /** True where this is one of the patient's episodes. */
    public boolean has(PatientId patient, EpisodeId episode) {
        return sql.one(
                        "select 1 from episode where id = ? and patient_id = ?",
                        row -> row.getInt(1),
                        episode.value(),
                        patient.value())
                .isPresent();
    }
}
