package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.columns.Columns;

/**
 * A payer approved something, or goes by other rules: measures the weeks of the patient again that are held against it, or were.
 * An approval is often entered late, so that weeks which are over may be among them.
 */
@Singleton
class ApprovedWeeks implements DueDoor {

    static final String KIND = "weeks-approved";

    private static final String TOUCHED = """
            select distinct w.episode_id, w.week_start
            from episode e
            join week w on w.clinic_id = e.clinic_id and w.episode_id = e.id
            where e.clinic_id = platform.current_clinic() and e.patient_id = ?
              and (w.rules_of = 'PAYER' or exists (
                select 1 from approval a
                where a.clinic_id = e.clinic_id and a.patient_id = e.patient_id
                  and a.last_day >= w.week_start and a.first_day < w.week_start + 7))
            order by w.week_start, w.episode_id
            """;

    private final Weeks weeks;
    private final Sql sql;

    ApprovedWeeks(Weeks weeks, Sql sql) {
        this.weeks = weeks;
        this.sql = sql;
    }

    private record Told(EpisodeId episode, LocalDate weekStart) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        sql
                .list(
                        TOUCHED,
                        row -> new Told(Columns.id(row, "episode_id", EpisodeId::new), Columns.day(row, "week_start")),
                        subject)
                .stream()
                .collect(Collectors.groupingBy(
                        Told::weekStart, TreeMap::new, Collectors.mapping(Told::episode, Collectors.toSet())))
                .forEach((weekStart, episodes) -> weeks.measure(episodes, weekStart));
    }
}
