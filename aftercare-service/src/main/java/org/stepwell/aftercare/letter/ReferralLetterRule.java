package org.stepwell.aftercare.letter;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a letter to a receiver. */
enum ReferralLetterRule implements Rule {
    RECEIVERS_COME_IN_SOMEWHERE("A letter is written where the deployment says at which address its readers come in."),
    ANSWERED_IN_TIME(
            "A receiver has until a day within 30 days to answer, and not longer than until the step's own day."),
    EMAIL_NEEDS_ADDRESS("A letter that goes by e-mail names a mailbox."),
    RECEIVER_ANSWERS_ONE_LETTER("A step waits for one receiver at a time."),
    PATIENT_IS_NAMED("A letter names the patient, once enrollment has told who they are."),
    SUMMARY_IS_SIGNED("What the discharge summary says is told once it is signed."),
    LETTER_WAITS("Only a letter that waits for its answer is printed or withdrawn.");

    private final String sentence;

    ReferralLetterRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
