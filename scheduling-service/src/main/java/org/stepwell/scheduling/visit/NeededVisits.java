package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.columns.Columns;

/** What plans ask for in visits, as therapy says it: of each episode the newest list, whole. */
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
        int newer = sql.update("""
                insert into visits_needed (episode_id, version) values (?, ?)
                on conflict (clinic_id, episode_id) do update set version = excluded.version
                where visits_needed.version < excluded.version
                """, said.episode().value(), said.version());
        if (newer == 1) {
            sql.update(
                    "delete from visit_need where clinic_id = platform.current_clinic() and episode_id = ?",
                    said.episode().value());
            add(said);
            due.now(VisitsNotNeeded.KIND, said.episode());
        }
    }

    private void add(VisitsNeeded said) {
        var needs = said.needs();
        sql.update(
                """
                insert into visit_need
                    (episode_id, place, modality, minutes, times, every_weeks, clinician_id, first_day, last_day)
                select ?, n.* from unnest(?, ?, ?, ?, ?, ?, ?::date[], ?::date[])
                    as n(place, modality, minutes, times, every_weeks, clinician, first_day, last_day)
                """,
                said.episode().value(),
                IntStream.range(0, needs.size()).boxed().toArray(Integer[]::new),
                needs.stream().map(need -> need.modality().name()).toArray(String[]::new),
                ints(needs, VisitsNeeded.Need::minutes),
                ints(needs, VisitsNeeded.Need::times),
                ints(needs, VisitsNeeded.Need::everyWeeks),
                needs.stream()
                        .map(need -> need.clinician() == null
                                ? null
                                : Objects.requireNonNull(need.clinician()).value())
                        .toArray(UUID[]::new),
                Columns.days(needs.stream().map(VisitsNeeded.Need::from).toList()),
                Columns.days(needs.stream().map(VisitsNeeded.Need::through).toList()));
    }

    private static Integer[] ints(List<VisitsNeeded.Need> needs, Function<VisitsNeeded.Need, Integer> which) {
        return needs.stream().map(which).toArray(Integer[]::new);
    }

    /** What the plans of these episodes ask for, in the order in which they do. */
    List<Need> of(Collection<EpisodeId> episodes) {
        return sql.list("""
                select * from visit_need
                where clinic_id = platform.current_clinic() and episode_id = any (?) order by episode_id, place
                """, NeededVisits::read, (Object) Columns.uuids(episodes));
    }

    private static Need read(ResultSet row) throws SQLException {
        return new Need(
                Columns.id(row, "episode_id", EpisodeId::new),
                row.getInt("place"),
                Modality.valueOf(row.getString("modality")),
                row.getInt("minutes"),
                row.getInt("times"),
                row.getInt("every_weeks"),
                Columns.idOrNull(row, "clinician_id", StaffId::new),
                Columns.day(row, "first_day"),
                Columns.day(row, "last_day"));
    }
}
