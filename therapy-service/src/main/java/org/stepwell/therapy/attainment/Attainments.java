package org.stepwell.therapy.attainment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;

/** How far a patient came on all of their scales together. */
@Singleton
public class Attainments {

    private final GoalScales scales;
    private final GoalRatings ratings;

    Attainments(GoalScales scales, GoalRatings ratings) {
        this.scales = scales;
        this.ratings = ratings;
    }

    /**
     * The score of a day on which anything was rated, of the scales that were worked on then.
     *
     * @param sinceBegun how far that is from where these same scales began
     */
    @Schema(name = "AttainmentScore")
    public record Score(
            LocalDate date,

            @Schema(examples = "54.41", description = "50 is what was expected, 10 is one standard deviation")
            double tScore,

            @Schema(examples = "18.26") double sinceBegun) {}

    /** The scores of an episode, by day. */
    public List<Score> scores(EpisodeId episode) {
        return scores(scales.of(episode), ratings.of(episode));
    }

    /** The last of them; nothing where nothing was rated. */
    public @Nullable Score last(EpisodeId episode) {
        var all = scores(episode);
        return all.isEmpty() ? null : all.getLast();
    }

    static List<Score> scores(List<GoalScale> scales, List<GoalRating> ratings) {
        var scores = new ArrayList<Score>();
        for (var day : ratings.stream().map(GoalRating::day).distinct().toList()) {
            var workedOn = scales.stream()
                    .filter(scale -> scale.on(day, ratings) != null)
                    .toList();
            if (!workedOn.isEmpty()) {
                double then = TScore.of(workedOn.stream()
                        .map(scale -> Objects.requireNonNull(scale.on(day, ratings)))
                        .toList());
                double begun = TScore.of(workedOn.stream().map(GoalScale::begun).toList());
                scores.add(new Score(day, then, Math.round((then - begun) * 100) / 100.0));
            }
        }
        return List.copyOf(scores);
    }
}
