package org.stepwell.enrollment.episode;

import java.util.List;
import java.util.Set;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.problem.Refusal;

/**
 * What is known of a patient when somebody wants to admit them.
 *
 * @param stops what intake found and nobody dealt with
 * @param flags what other services found and did not clear
 */
record Readiness(boolean consentedToTreatment, boolean screened, Set<Stop> stops, List<StandingFlag> flags) {

    void mustBeGivenFor(Program offered) {
        if (!consentedToTreatment) {
            throw new Refusal(
                    EpisodeRule.TREATMENT_CONSENT_REQUIRED,
                    "No consent of kind TREATMENT is in force. Record it first, at the patient's consents.");
        }
        if (!screened) {
            throw new Refusal(EpisodeRule.SCREENING_REQUIRED, "The patient was never screened.");
        }
        var open = stops.stream()
                .filter(stop -> stop != Stop.UNDER_AGE || !offered.isForAdolescents())
                .sorted()
                .toList();
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
                    "Open: %s. Resolve or override them, with a reason, at the patient's findings.".formatted(open));
        }
    }

    /** Nobody comes or goes while something that can not wait stands about them, whoever found it. */
    static void mustBeFreeOf(List<StandingFlag> flags) {
        if (!flags.isEmpty()) {
            throw new Refusal(
                    EpisodeRule.SAFETY_FLAG_OPEN, "Open: %s. The service that raised it clears it.".formatted(flags));
        }
    }
}
