package org.stepwell.enrollment.episode;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.enrollment.screening.Screenings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.problem.Refusal;

/**
 * What is known of a patient when somebody wants to admit them.
 *
 * @param screened what the newest screening says
 * @param screenedOn its day on the clinic's calendar
 * @param stops what intake found and nobody dealt with
 * @param flags what other services found and did not clear
 */
record Readiness(
        boolean consentedToTreatment,
        Screenings.@Nullable Level screened,
        @Nullable LocalDate screenedOn,
        Set<Stop> stops,
        List<StandingFlag> flags) {

    /** What was seen longer ago says little of how somebody is now; the days are the house's own choice. */
    private static final int SCREENING_DAYS_MAX = 30;

    private static final String ANSWER_FOR_IT = "Resolve or override them, with a reason, at the patient's findings.";
    private static final String LEVEL_FIRST =
            "The program gives another level than the screening says: a clinician decides the"
                    + " level at the screening, with a reason. What else is open is dealt with at the patient's findings.";

    void mustBeGivenFor(Program offered, LocalDate start) {
        if (!consentedToTreatment) {
            throw new Refusal(
                    EpisodeRule.TREATMENT_CONSENT_REQUIRED,
                    "No consent of kind TREATMENT is in force. Record it first, at the patient's consents.");
        }
        var open = stopsFor(offered, screenedLately(start));
        var strict = open.stream().filter(stop -> !stop.soft()).toList();
        if (!strict.isEmpty()) {
            throw new Refusal(
                    EpisodeRule.HARD_STOP_OPEN,
                    "Open: %s. They are dealt with at the patient's findings.".formatted(strict));
        }
        mustBeFreeOf(flags);
        if (!open.isEmpty()) {
            throw new Refusal(
                    EpisodeRule.SOFT_STOP_OPEN,
                    "Open: %s. %s".formatted(open, open.contains(Stop.OTHER_LEVEL) ? LEVEL_FIRST : ANSWER_FOR_IT));
        }
    }

    private Screenings.Level screenedLately(LocalDate start) {
        if (screened == null || screenedOn == null) {
            throw new Refusal(EpisodeRule.SCREENING_REQUIRED, "The patient was never screened.");
        }
        if (screenedOn.plusDays(SCREENING_DAYS_MAX).isBefore(start)) {
            throw new Refusal(
                    EpisodeRule.SCREENING_REQUIRED,
                    "The last screening is of %s, more than %d days before %s. Screen the patient again."
                            .formatted(screenedOn, SCREENING_DAYS_MAX, start));
        }
        return screened;
    }

    /** Some stops are about where somebody is to go: their age and their level fit one program and not another. */
    private Set<Stop> stopsFor(Program offered, Screenings.Level level) {
        var open = EnumSet.noneOf(Stop.class);
        open.addAll(stops);
        if (offered.isForAdolescents()) {
            open.remove(Stop.UNDER_AGE);
        }
        boolean fits = level.is(offered.level().number());
        if (fits && !level.withReason()) {
            open.remove(Stop.OTHER_LEVEL); // found earlier; where a reason stands for it, whoever signs has their say
        } else if (!fits && (level.decided() != null || offered.level() != ProgramLevel.LEVEL_2_1)) {
            open.add(Stop.OTHER_LEVEL); // an override lets into this program what was suggested, not what was decided
        }
        return open;
    }

    /** Nobody comes or goes while something that can not wait stands about them, whoever found it. */
    static void mustBeFreeOf(List<StandingFlag> flags) {
        if (!flags.isEmpty()) {
            throw new Refusal(
                    EpisodeRule.SAFETY_FLAG_OPEN, "Open: %s. The service that raised it clears it.".formatted(flags));
        }
    }
}
