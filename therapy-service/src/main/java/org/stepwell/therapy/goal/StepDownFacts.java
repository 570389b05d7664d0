package org.stepwell.therapy.goal;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.therapy.drugscreen.Screens;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.relapse.RelapsePlans;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Stay;
import org.stepwell.therapy.safety.SuicideRisk;
import org.stepwell.therapy.trend.Point;
import org.stepwell.therapy.trend.Trends;
import org.stepwell.therapy.twelvestep.SupportOutside;

/** What is known today of whatever speaks for less treatment. */
@Singleton
class StepDownFacts {

    private static final int FOUR_WEEKS_DAYS = 28;
    private static final int RECENT_DAYS = 30;

    private final Attendances attendances;
    private final Screens screens;
    private final SuicideRisk risk;
    private final Trends trends;
    private final ObjectiveRatings ratings;
    private final RelapsePlans relapsePlans;
    private final SupportOutside support;

    StepDownFacts(
            Attendances attendances,
            Screens screens,
            SuicideRisk risk,
            Trends trends,
            ObjectiveRatings ratings,
            RelapsePlans relapsePlans,
            SupportOutside support) {
        this.attendances = attendances;
        this.screens = screens;
        this.risk = risk;
        this.trends = trends;
        this.ratings = ratings;
        this.relapsePlans = relapsePlans;
        this.support = support;
    }

    /** @param toPatient whether the patient reads it, who sees drug screens later than staff */
    StepDown.Facts of(Stay stay, boolean toPatient) {
        var episode = stay.episode();
        var recently = stay.through().minusDays(RECENT_DAYS - 1L);
        var seats = attendances.seatsSince(episode, stay.through().minusDays(FOUR_WEEKS_DAYS - 1L)).stream()
                .filter(seat -> seat.status() != AttendanceStatus.CANCELLED_BY_PROGRAM)
                .toList();
        var specimens = screens.of(episode, toPatient).stream()
                .filter(row -> row.analyte() != null && !row.day().isBefore(recently))
                .collect(Collectors.groupingBy(Screens.Row::screen))
                .values();
        var points = trends.of(stay);
        var last = new HashMap<ObjectiveId, ObjectiveRating>();
        ratings.of(episode).forEach(one -> last.put(one.objective(), one.rating()));
        return new StepDown.Facts(
                seats.size(),
                count(seats.stream().filter(seat -> seat.status().attended()).count()),
                specimens.size(),
                count(specimens.stream()
                        .filter(rows -> rows.stream().anyMatch(Screens.Row::isUnexpected))
                        .count()),
                risk.warnings(stay.patient()), // what holds up whoever says that the patient is ready is among them
                lastTotal(points, "PHQ-9"),
                lastTotal(points, "GAD-7"),
                last.size(),
                count(last.values().stream()
                        .filter(rating -> rating.steps() > 0)
                        .count()),
                relapsePlans.inCodes(episode, stay.patient()).isPresent(),
                count(support.meetingDays(episode).stream()
                        .filter(day -> !day.isBefore(recently))
                        .count()),
                support.wantsNoFellowship(episode));
    }

    private static @Nullable Integer lastTotal(List<Point> points, String instrument) {
        return points.stream()
                .filter(point -> point.instrument().equals(instrument) && point.total() != null)
                .reduce((_, later) -> later)
                .map(Point::total)
                .orElse(null);
    }

    private static int count(long some) {
        return Math.toIntExact(some);
    }
}
