package org.stepwell.aftercare.nextstep;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a next step. */
enum NextStepRule implements Rule {
    NEXT_STEP_IN_THE_PAST("A next step lies ahead: today or later, as the clinic counts days."),
    NEXT_STEP_IS_NEAR("A next step is at most 180 days ahead."),
    MEETING_NAMED("A step to a meeting names the meeting, and no other step does."),
    MEETING_NO_LONGER_HELD("A step goes to a meeting that its feed still has."),
    MEETING_NOT_ON_THAT_DAY("A step to a meeting falls on a day on which the meeting meets."),
    MEETING_NOT_SECULAR("A secular meeting is one whose feed calls it secular."),
    RECEIVER_ACCEPTS("Therapy, medication, housing and the like are accepted by the receiver, as staff record it."),
    ALREADY_ANSWERED("A next step is answered once; one that was declined or withdrawn stays so."),
    RECEIVER_IS_ASKED("Only what a receiver accepts is sent to one; to a meeting the patient goes by themselves."),
    RECEIVER_NAMES_DAY_OR_REASON("A receiver who accepts names a day, and one who declines a reason."),
    OUTCOME_OF_WHAT_WAS_ACCEPTED("Whether a step happened is said of one that was accepted, from its day on."),
    HAPPENED_STAYS("What has happened is not withdrawn."),
    ENOUGH_OPEN_STEPS("A plan has at most 30 open next steps.");

    private final String sentence;

    NextStepRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
