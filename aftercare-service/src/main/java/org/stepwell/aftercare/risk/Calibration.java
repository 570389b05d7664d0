package org.stepwell.aftercare.risk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.platform.database.Sql;

/**
 * Holds what was said of each week against the check-in that came after it. Where the patient was admitted before one came, none
 * did: what they say after the next discharge is no answer to it.
 */
@Singleton
class Calibration {

    private static final int NO_POINTS = -1;

    /** The bands that are counted: two of each level, and the weeks of which nothing was said. */
    static final List<Band> BANDS = List.of(
            new Band(null, null),
            new Band(0, 2),
            new Band(3, Signs.MODERATE_FROM - 1),
            new Band(Signs.MODERATE_FROM, 8),
            new Band(9, Signs.HIGH_FROM - 1),
            new Band(Signs.HIGH_FROM, 15),
            new Band(16, null));

    private final Sql sql;

    Calibration(Sql sql) {
        this.sql = sql;
    }

    /** From so many points to so many. */
    record Band(@Nullable Integer from, @Nullable Integer to) {

        RiskLevel level() {
            return from == null ? RiskLevel.ABSTAINS : Signs.levelOf(from);
        }

        private int low() {
            return Objects.requireNonNullElse(from, NO_POINTS);
        }

        private int high() {
            return from == null ? NO_POINTS : Objects.requireNonNullElse(to, Integer.MAX_VALUE);
        }
    }

    /** The weeks of a band; of those that were followed by a check-in that is over, what it said. */
    record Counted(Band band, int weeks, int followed, int useOrMissed, int use, int missed) {}

    List<Counted> bands(LocalDate from, LocalDate to) {
        return sql.list(
                """
                with looked as (
                    select coalesce(risk.points, -1) as points, next.status, next.used
                    from relapse_risk risk
                    left join lateral (
                        select check_in.status, check_in.used from check_in
                        where check_in.clinic_id = risk.clinic_id and check_in.plan_id = risk.plan_id
                            and check_in.episode_id = risk.episode_id and check_in.due_on > risk.week_on
                        order by check_in.due_on limit 1) next on next.status = 'MISSED' or next.used is not null
                    where risk.clinic_id = platform.current_clinic() and risk.week_on between ? and ?)
                select band.number, count(looked.points) as weeks, count(looked.status) as followed,
                    count(*) filter (where looked.status = 'MISSED' or looked.used) as use_or_missed,
                    count(*) filter (where looked.status = 'RECORDED' and looked.used) as use,
                    count(*) filter (where looked.status = 'MISSED') as missed
                from unnest(?, ?) with ordinality as band (low, high, number)
                left join looked on looked.points between band.low and band.high
                group by band.number order by band.number
                """,
                row -> new Counted(
                        BANDS.get(row.getInt("number") - 1),
                        row.getInt("weeks"),
                        row.getInt("followed"),
                        row.getInt("use_or_missed"),
                        row.getInt("use"),
                        row.getInt("missed")),
                from,
                to,
                BANDS.stream().map(Band::low).toArray(Integer[]::new),
                BANDS.stream().map(Band::high).toArray(Integer[]::new));
    }
}
