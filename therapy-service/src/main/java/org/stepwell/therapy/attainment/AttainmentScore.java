package org.stepwell.therapy.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a patient came on all of their scales together: the score of a day on which anything was rated, of the scales that were
 * worked on then.
 *
 * @param sinceBegun how far that is from where these same scales began
 */
@Schema(name = "AttainmentScore")
record AttainmentScore(
        LocalDate date,

        @Schema(examples = "54.41", description = "50 is what was expected, 10 is one standard deviation")
        double tScore,

        @Schema(examples = "18.26") double sinceBegun) {

    /** Of each such day, in the order of the ratings. */
    static List<AttainmentScore> byDay(List<GoalScale> scales, List<GoalRating> ratings) {
        var scores = new ArrayList<AttainmentScore>();
        for (var day : ratings.stream().map(GoalRating::day).distinct().toList()) {
            var workedOn = scales.stream()
                    .filter(scale -> scale.on(day, ratings) != null)
                    .toList();
            if (!workedOn.isEmpty()) {
                double then = TScore.of(workedOn.stream()
                        .map(scale -> Objects.requireNonNull(scale.on(day, ratings)))
                        .toList());
                double begun = TScore.of(workedOn.stream().map(GoalScale::begun).toList());
                scores.add(new AttainmentScore(day, then, TScore.rounded(then - begun)));
            }
        }
        return List.copyOf(scores);
    }
}
