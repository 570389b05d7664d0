package org.stepwell.therapy.trend;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.therapy.plan.PlanReviews;

/**
 * Whoever said that they used nothing, and then that they did, has a plan that does not know of it. Days of alcohol and days of
 * drugs are told apart where a questionnaire does. Answers are held against those before in the same questionnaire: one looks
 * back over seven days, and another over thirty.
 */
@Singleton
public class ReturnToUse {

    /** The parts that count use, by questionnaire. */
    private static final Map<String, Set<String>> USE = Map.of(
            "BAM", Set.of("USE"),
            "BAM-R", Set.of("USE"),
            "BAM-IOP", Set.of("ALCOHOL_DAYS", "DRUG_DAYS"));

    private final Trends trends;
    private final PlanReviews reviews;

    ReturnToUse(Trends trends, PlanReviews reviews) {
        this.trends = trends;
        this.reviews = reviews;
    }

    /** Another one came out in an episode that goes on. */
    public void scored(EpisodeId episode, MeasureScored measure) {
        var parts = USE.get(measure.instrument());
        if (parts != null && isNew(parts, trends.of(episode, measure.instrument()), measure)) {
            reviews.outOfTurn(episode, ReviewReason.CLINICAL_REVIEW, measure.at());
        }
    }

    private static boolean isNew(Set<String> parts, List<Point> points, MeasureScored measure) {
        var before = points.stream()
                .takeWhile(point -> !point.measure().equals(measure.measure()))
                .toList();
        if (before.isEmpty() || before.size() == points.size()) { // the first, or one of another stay
            return false;
        }
        var last = used(parts, before.getLast().parts());
        return used(parts, measure.subscales()).entrySet().stream()
                .anyMatch(now -> now.getValue() > 0 && Objects.equals(last.get(now.getKey()), 0));
    }

    private static Map<String, Integer> used(Set<String> parts, List<Subscale> subscales) {
        return subscales.stream()
                .filter(part -> parts.contains(part.scale()) && part.points() != null)
                .collect(Collectors.toMap(Subscale::scale, part -> Objects.requireNonNull(part.points())));
    }
}
