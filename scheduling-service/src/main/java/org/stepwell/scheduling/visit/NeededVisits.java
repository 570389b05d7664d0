package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareState.AftercareVisitsNeeded;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;

/** What plans and aftercare ask for in visits, as both say it: of each episode the newest list, whole. */
@Singleton
public class NeededVisits {

    private final Sql sql;
    private final Due due;

    NeededVisits(Sql sql, Due due) {
        this.sql = sql;
        this.due = due;
    }

    /** Another plan holds: all that it asks for stands instead of what was asked for before. */
    public void changed(VisitsNeeded said) {
        hear(said.episode(), AskedBy.THERAPY, said.version(), said.needs());
    }

    /** Aftercare asks for other visits, or for none any more. */
    public void changed(AftercareVisitsNeeded said) {
        hear(said.episode(), AskedBy.AFTERCARE, said.version(), said.needs());
    }

    private void hear(EpisodeId episode, AskedBy askedBy, int version, List<VisitNeed> needs) {
        int newer = sql.update("""
                insert into visits_needed (episode_id, asked_by, version) values (?, ?, ?)
                on conflict (clinic_id, episode_id, asked_by) do update set version = excluded.version
                where visits_needed.version < excluded.version
                """, episode.value(), askedBy.name(), version);
        if (newer == 1) {
            sql.update("""
                    delete from visit_need
                    where clinic_id = platform.current_clinic() and episode_id = ? and asked_by = ?
                    """, episode.value(), askedBy.name());
            add(episode, askedBy, needs);
            due.now(VisitsNotNeeded.KIND, episode);
        }
    }

    private void add(EpisodeId episode, AskedBy askedBy, List<VisitNeed> needs) {
        sql.update(
                """
                insert into visit_need
                    (episode_id, asked_by, place, modality, minutes, times, every_weeks, clinician_id, first_day, last_day)
                select ?, ?, n.* from unnest(?, ?, ?, ?, ?, ?, ?::date[], ?::date[])
                    as n(place, modality, minutes, times, every_weeks, clinician, first_day, last_day)
                """,
                episode.value(),
                askedBy.name(),
                IntStream.range(0, needs.size()).boxed().toArray(Integer[]::new),
                needs.stream().map(need -> need.modality().name()).toArray(String[]::new),
                ints(needs, VisitNeed::minutes),
                ints(needs, VisitNeed::times),
                ints(needs, VisitNeed::everyWeeks),
                needs.stream()
                        .map(VisitNeed::clinician)
                        .map(NeededVisits::idOrNull)
                        .toArray(UUID[]::new),
                Columns.days(needs.stream().map(VisitNeed::from).toList()),
                Columns.days(needs.stream().map(VisitNeed::through).toList()));
    }

    private static Integer[] ints(List<VisitNeed> needs, Function<VisitNeed, Integer> which) {
        return needs.stream().map(which).toArray(Integer[]::new);
    }

    private static @Nullable UUID idOrNull(@Nullable StaffId clinician) {
        return clinician == null ? null : clinician.value();
    }

    /** What is asked for these episodes, in the order in which it is. */
    List<Need> of(Collection<EpisodeId> episodes) {
        return sql.list("""
                select * from visit_need
                where clinic_id = platform.current_clinic() and episode_id = any (?) order by episode_id, asked_by, place
                """, NeededVisits::read, (Object) Columns.uuids(episodes));
    }

    /** After which episode of a patient aftercare asks for visits on a day: the newest of them. */
    Optional<EpisodeId> inAftercare(PatientId patient, LocalDate day) {
        return sql.one("""
                select e.id from episode e
                join visit_need n on n.clinic_id = e.clinic_id and n.episode_id = e.id and n.asked_by = 'AFTERCARE'
                  and n.first_day <= ?
                where e.clinic_id = platform.current_clinic() and e.patient_id = ? and e.last_day < ?
                order by e.starts_on desc, e.id desc limit 1
                """, row -> Columns.id(row, "id", EpisodeId::new), day, patient.value(), day);
    }

    /** Whether aftercare asks for visits on a day after the last one of an episode. */
    boolean inAftercareOn(LocalDate day, Episode episode) {
        return inAftercare(episode.id()).stream().anyMatch(need -> need.asksOn(day, episode));
    }

    /** What aftercare asks for after an episode; nothing where it never did, or does not any more. */
    List<Need> inAftercare(EpisodeId episode) {
        return of(List.of(episode)).stream()
                .filter(need -> need.askedBy() == AskedBy.AFTERCARE)
                .toList();
    }

    private static Need read(ResultSet row) throws SQLException {
        return new Need(
                Columns.id(row, "episode_id", EpisodeId::new),
                AskedBy.valueOf(row.getString("asked_by")),
                row.getInt("place"),
                Modality.valueOf(row.getString("modality")),
                row.getInt("minutes"),
                row.getInt("times"),
                row.getInt("every_weeks"),
                Columns.idOrNull(row, "clinician_id", StaffId::new),
                Columns.day(row, "first_day"),
                Columns.dayOrNull(row, "last_day"));
    }
}
