package org.stepwell.aftercare.recheck;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a recheck comes to: the same answers always come to the same. */
record Verdict(Need need, Set<Trigger> triggers) {

    /** Whether treatment is offered. */
    @Schema(name = "RecheckNeed")
    enum Need {
        NEEDS_TREATMENT("Offer treatment now."),
        NO_NEED("No trigger: the next recheck is in a quarter."),
        IN_TREATMENT("Somebody treats them already: nothing is offered."),
        IN_JAIL("They are in jail: offer it when they are out.");

        private final String sentence;

        Need(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * Weighs the answers.
     *
     * @param useDays from so many days of use in 90 it is substantial
     */
    static Verdict of(RecheckAnswers answers, int useDays) {
        var triggers = EnumSet.noneOf(Trigger.class);
        raise(triggers, Trigger.USE_DAYS, answers.useDays() >= useDays);
        raise(triggers, Trigger.INTOXICATED, answers.intoxicatedDays() > 0);
        raise(triggers, Trigger.RESPONSIBILITIES, answers.failedResponsibilities());
        raise(triggers, Trigger.PROBLEMS, answers.problems());
        raise(triggers, Trigger.WITHDRAWAL, answers.withdrawal());
        raise(triggers, Trigger.WANTS_TREATMENT, answers.wantsTreatment());
        return new Verdict(need(answers, triggers), Collections.unmodifiableSet(triggers));
    }

    private static Need need(RecheckAnswers answers, Set<Trigger> triggers) {
        if (answers.inTreatment()) {
            return Need.IN_TREATMENT;
        }
        if (answers.inJail()) {
            return Need.IN_JAIL;
        }
        return triggers.isEmpty() ? Need.NO_NEED : Need.NEEDS_TREATMENT;
    }

    private static void raise(Set<Trigger> triggers, Trigger trigger, boolean raised) {
        if (raised) {
            triggers.add(trigger);
        }
    }
}
