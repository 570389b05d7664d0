package org.stepwell.therapy.handoff;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a discharge summary. */
enum HandoffRule implements Rule {
    SUMMARY_BEGINS_WITH_THE_END(
            "A discharge summary is begun when a discharge is planned, or when the patient has left without a plan."),
    SUMMARY_IS_COMPLETE(
            "A discharge summary is signed when it says what the course was, how the patient left, why, and what is"
                    + " recommended."),
    LAST_MEASURES_OR_WHY_NOT(
            "A discharge summary is signed when the last questionnaires were taken, or when it says in a code why not."),
    SIGNED_ONCE_THEY_LEFT("A discharge summary is signed from the last day on, once the patient is discharged."),
    SUMMARY_SIGNED_ONCE("A clinician signs a discharge summary once."),
    SUMMARY_COSIGNED_BY_ANOTHER(
            "A discharge summary whose clinician does not practise independently is co-signed by somebody else who does."),
    SUMMARY_IS_LOCKED("A signed discharge summary is not changed; it gets an addendum."),
    SUMMARY_ADDED_TO_ONCE_SIGNED(
            "An addendum is added to a signed discharge summary; until then it is changed itself.");

    private final String sentence;

    HandoffRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
