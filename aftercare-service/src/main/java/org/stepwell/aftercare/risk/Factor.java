package org.stepwell.aftercare.risk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What adds points to next week's relapse risk. This is the whole of it: the points of each factor are added up, and nothing else
 * counts. The table in {@code docs/aftercare.md} is compared with this by a test.
 */
@Schema(name = "RiskFactor")
enum Factor {
    /** Days of use in the newest week that was answered. */
    USE(Worse.HIGHER, "Days of use in the week: %d.", at(1, 4), at(2, 5), at(4, 6)),
    /** How many of the four answered weeks before had use. */
    USE_BEFORE(Worse.HIGHER, "Weeks of use among the four before: %d.", at(1, 1), at(2, 2)),
    /** Cravings, 0 to 4. */
    CRAVINGS(Worse.HIGHER, "Cravings (0 to 4): %d.", at(1, 1), at(2, 2), at(3, 3), at(4, 4)),
    /** The risk score of the week, 0 to 24. */
    RISK_SCORE(Worse.HIGHER, "Risk score (0 to 24): %d.", at(6, 1), at(12, 2), at(18, 3)),
    /** By how much the risk score lies above the mean of up to four weeks before; part of a point does not count. */
    RISK_UP(Worse.HIGHER, "Risk score against the mean of the weeks before: %+d.", at(2, 1), at(4, 2)),
    /** The protective score of the week, 0 to 24. */
    PROTECTIVE_SCORE(Worse.LOWER, "Protective score (0 to 24): %d.", at(17, 1), at(12, 2), at(6, 3)),
    /** By how much the protective score lies above the mean of up to four weeks before. */
    PROTECTIVE_DOWN(Worse.LOWER, "Protective score against the mean of the weeks before: %+d.", at(-2, 1), at(-4, 2)),
    /** Missed ones among the last five check-ins. */
    MISSED_CONTACTS(Worse.HIGHER, "Missed among the last five check-ins: %d.", at(1, 2), at(2, 3), at(3, 4)),
    /** 1 where medication for opioid or alcohol use disorder is not taken as prescribed. */
    MOUD_STOPPED(Worse.HIGHER, "Medication for the disorder not taken (1 for yes): %d.", at(1, 3)),
    /** Weeks among the last five in which therapy was said not to be kept, or those of a gap that aftercare found, whichever are more. */
    THERAPY_GAPS(Worse.HIGHER, "Weeks without the agreed therapy among the last five: %d.", at(1, 1), at(2, 2)),
    /** 0 stable, 1 at risk, 2 lost. */
    HOUSING(Worse.HIGHER, "Housing (0 stable, 1 at risk, 2 lost): %d.", at(1, 1), at(2, 2));

    private final Worse worse;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Step> steps;

    Factor(Worse worse, String sentence, Step... steps) {
        this.worse = worse;
        this.sentence = sentence;
        this.steps = List.of(steps);
    }

    /** Which way it gets worse. */
    enum Worse {
        HIGHER,
        LOWER
    }

    /** From a value on, in the direction in which it gets worse, so many points. */
    record Step(int from, int points) {}

    private static Step at(int from, int points) {
        return new Step(from, points);
    }

    /** The points of a value: those of the last step that it reaches. */
    int points(int value) {
        int points = 0;
        for (var step : steps) {
            if (worse == Worse.HIGHER ? value >= step.from() : value <= step.from()) {
                points = step.points();
            }
        }
        return points;
    }

    String says(int value) {
        return sentence.formatted(value);
    }

    Worse worse() {
        return worse;
    }

    List<Step> steps() {
        return steps;
    }
}
