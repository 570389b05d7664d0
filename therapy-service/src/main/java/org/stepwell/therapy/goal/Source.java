package org.stepwell.therapy.goal;

import static org.stepwell.therapy.modality.TreatmentGoal.CHANGING_NEGATIVE_BEHAVIORS;
import static org.stepwell.therapy.modality.TreatmentGoal.COMMUNICATION_SKILLS;
import static org.stepwell.therapy.modality.TreatmentGoal.MAINTAINING_ABSTINENCE;
import static org.stepwell.therapy.modality.TreatmentGoal.PROBLEM_SOLVING;
import static org.stepwell.therapy.modality.TreatmentGoal.SOCIALIZING_WITHOUT_SUBSTANCES;
import static org.stepwell.therapy.modality.TreatmentGoal.STRUCTURE_AND_SELF_DISCIPLINE;
import static org.stepwell.therapy.modality.TreatmentGoal.SUPPORTING_ONE_ANOTHER;
import static org.stepwell.therapy.modality.TreatmentGoal.TAKING_ACTION_FOR_SOBRIETY;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.therapy.modality.TreatmentGoal;

/**
 * What moves a goal, and by how much it must differ to say so. Which source speaks of which goal is our own choice, and stands here for
 * everybody to read; the steps of PHQ-9 and GAD-7 are the differences that are taken as clinically important (5 and 4 points: Löwe et
 * al., Medical Care 42, 2004; Toussaint et al., Journal of Affective Disorders 265, 2020), the others are our own.
 */
@Schema(name = "GoalSource")
enum Source {
    /** Ratings of the objectives of goals that serve it, from -1 (worse) to 3 (met), a week's mean. */
    OBJECTIVES(Better.UP, 0.5, "what you work on in your plan", Set.of()),

    /** Percent of the sessions of a week that the patient was at; what the program cancelled is left out. */
    ATTENDANCE(Better.UP, 10, "how often you came", Set.of(STRUCTURE_AND_SELF_DISCIPLINE)),

    /** How a patient took part in groups, from 0 (not at all) to 3 (actively), a week's mean. */
    PARTICIPATION(Better.UP, 0.5, "how you took part", Set.of(COMMUNICATION_SKILLS, SUPPORTING_ONE_ANOTHER)),

    /** Percent of a week's drug screens with something that was not expected. */
    DRUG_SCREENS(Better.DOWN, 10, "your drug tests", Set.of(MAINTAINING_ABSTINENCE)),

    /** The USE part of the BAM. */
    USE(Better.DOWN, 1, "what you said of use", Set.of(MAINTAINING_ABSTINENCE)),

    /** Days of the last seven with alcohol, as the BAM-IOP says; it looks back on a week, and the BAM on thirty days. */
    ALCOHOL_DAYS(Better.DOWN, 1, "what you said of drinking", Set.of(MAINTAINING_ABSTINENCE)),

    /** Days of the last seven with drugs, as the BAM-IOP says. */
    DRUG_DAYS(Better.DOWN, 1, "what you said of drugs", Set.of(MAINTAINING_ABSTINENCE)),

    /** Cravings of the last seven days, from 0 (not at all) to 4 (extremely), as the BAM-IOP says. */
    CRAVINGS(Better.DOWN, 1, "how strong your cravings were", Set.of(CHANGING_NEGATIVE_BEHAVIORS)),

    /** Days of the last seven among risky people, places or things, as the BAM-IOP says. */
    RISKY_DAYS(Better.DOWN, 1, "how often you were where it is risky", Set.of(CHANGING_NEGATIVE_BEHAVIORS)),

    /** Days of the last seven with people who support the recovery, as the BAM-IOP says. */
    SUPPORT_DAYS(Better.UP, 1, "how often you saw people who support you", Set.of(SOCIALIZING_WITHOUT_SUBSTANCES)),

    /** The RISK part of the BAM. */
    RISK(Better.DOWN, 3, "what you said of things that pull you back", Set.of(CHANGING_NEGATIVE_BEHAVIORS)),

    /** The PROTECTIVE part of the BAM. */
    PROTECTION(Better.UP, 3, "what you said of things that hold you", Set.of(SOCIALIZING_WITHOUT_SUBSTANCES)),

    /** The total of the PHQ-9. */
    LOW_MOOD(Better.DOWN, 5, "your mood", Set.of(PROBLEM_SOLVING)),

    /** The total of the GAD-7. */
    WORRY(Better.DOWN, 4, "your worries", Set.of(PROBLEM_SOLVING)),

    /** The ruler of readiness, from 0 to 10. */
    READINESS(Better.UP, 1, "how ready you feel", Set.of(TAKING_ACTION_FOR_SOBRIETY)),

    /** Mutual-help meetings of a week, of any fellowship, as the patient tells. */
    MEETINGS(
            Better.UP,
            1,
            "the meetings you went to",
            Set.of(TAKING_ACTION_FOR_SOBRIETY, SOCIALIZING_WITHOUT_SUBSTANCES));

    /** Which way is the good one. */
    enum Better {
        UP,
        DOWN
    }

    private final Better better;
    private final double step;
    private final String inPlainWords;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<TreatmentGoal> goals;

    Source(Better better, double step, String inPlainWords, Set<TreatmentGoal> goals) {
        this.better = better;
        this.step = step;
        this.inPlainWords = inPlainWords;
        this.goals = goals;
    }

    /** Where it went, from one value to another. */
    Direction from(double before, double now) {
        double moved = better == Better.UP ? now - before : before - now;
        return Math.abs(moved) < step ? Direction.STEADY : Direction.of(moved);
    }

    boolean movesGoal(TreatmentGoal goal) {
        return goals.contains(goal);
    }

    String inPlainWords() {
        return inPlainWords;
    }
}
