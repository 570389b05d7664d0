package org.stepwell.therapy.goal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.modality.TreatmentGoal;

/**
 * How far a patient came toward one of the eight goals.
 *
 * @param direction where most of what moves it goes
 * @param movers what moves it, or holds it where it is
 * @param minutesGiven of treatments that serve it, in the last four weeks
 */
@Schema(name = "GoalMovement")
record GoalMovement(
        @Schema(examples = "MAINTAINING_ABSTINENCE") TreatmentGoal goal,

        @Schema(description = "where most of its movers go; missing as long as too little is known") @Nullable
        Direction direction,

        List<Mover> movers,

        @Schema(examples = "2160", description = "of treatments that serve it, in the last four weeks")
        int minutesGiven) {

    static GoalMovement of(TreatmentGoal goal, List<Mover> movers, int minutesGiven) {
        return new GoalMovement(goal, Direction.ofMost(movers), movers, minutesGiven);
    }

    /** As the patient reads it. */
    String inPlainWords() {
        if (direction == null) {
            return "It is too early to say. Each week here tells a little more.";
        }
        return switch (direction) {
            case BETTER -> "This goes better than before. What shows it: %s.".formatted(what(Direction.BETTER));
            case STEADY -> "This is about where it was. Ask your counselor what could move it.";
            case WORSE ->
                "This is harder than before. What shows it: %s. That happens on the way; talk about it with your counselor."
                        .formatted(what(Direction.WORSE));
        };
    }

    private String what(Direction way) {
        return String.join(
                ", ",
                movers.stream()
                        .filter(mover -> mover.direction() == way)
                        .map(mover -> mover.source().inPlainWords())
                        .distinct()
                        .toList());
    }
}
