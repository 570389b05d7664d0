package org.stepwell.enrollment.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.platform.problem.Refusal;

/**
 * What reports need to know of an episode.
 *
 * @param askedOn when the patient first asked for this treatment, or somebody for them, on the clinic's calendar
 * @param start null of somebody who waits or did not come
 * @param level of the program
 * @param transferred whether it follows an episode that ended on its first day or the day before: to the state the treatment goes on
 */
record Stay(
        EpisodeId episode,
        PatientId patient,
        LocalDate askedOn,
        @Nullable LocalDate start,
        @Nullable Ended end,
        ProgramLevel level,
        boolean transferred) {

    /** How it ended. */
    record Ended(LocalDate lastDay, DischargeReason reason) {

        /** Whoever completed or was handed over was there to be asked. */
        boolean nobodyCouldAsk() {
            return switch (reason) {
                case COMPLETED_GOALS_MET,
                        STEP_DOWN_OUTPATIENT,
                        STEP_UP_RESIDENTIAL,
                        STEP_UP_INPATIENT,
                        TRANSFER_OTHER -> false;
                case AGAINST_ADVICE,
                        NO_CONTACT,
                        RULE_VIOLATION,
                        ADMINISTRATIVE,
                        NON_PAYMENT,
                        INCARCERATED,
                        DECEASED,
                        MOVED,
                        PAYER_DENIED,
                        MEDICAL -> true;
            };
        }
    }

    /** The first day; refused where there is none. */
    LocalDate started() {
        if (start == null) {
            throw new Refusal(ReportRule.ADMITTED_FIRST, "Admit the patient first; then answer for the admission.");
        }
        return start;
    }

    /** The end, where it is known that there is one. */
    Ended ended() {
        if (end == null) {
            throw new IllegalStateException("%s has not ended".formatted(episode));
        }
        return end;
    }

    /** Refuses to impute what somebody could be asked for. */
    void mustBeBeyondAsking() {
        if (end == null || !end.nobodyCouldAsk()) {
            throw new Refusal(
                    ReportRule.IMPUTED_WHERE_NOBODY_COULD_ASK,
                    end == null
                            ? "The treatment goes on: ask the patient."
                            : "It ended as %s: ask the patient, or answer -9.".formatted(end.reason()));
        }
    }
}
