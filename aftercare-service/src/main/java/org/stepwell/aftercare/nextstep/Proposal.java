package org.stepwell.aftercare.nextstep;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.Meeting;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.platform.problem.Refusal;

/** What is proposed, with the meeting as its feed has it. */
record Proposal(NextStepKind kind, @Nullable Meeting meeting, LocalDate date) {

    void check(LocalDate today) {
        checkDay(date, today);
        if (isMeeting(kind) != (meeting != null)) {
            throw new Refusal(
                    NextStepRule.MEETING_NAMED,
                    meeting == null
                            ? "A %s needs a meeting; find one with GET /meetings.".formatted(kind)
                            : "A %s has no meeting.".formatted(kind));
        }
        if (meeting != null) {
            check(meeting);
        }
    }

    /** Refuses a day on which nothing can come next. */
    static void checkDay(LocalDate date, LocalDate today) {
        if (date.isBefore(today)) {
            throw new Refusal(
                    NextStepRule.NEXT_STEP_IN_THE_PAST,
                    "The step is for %s, and today is %s. Choose a day ahead.".formatted(date, today));
        }
        if (!DaysAhead.of(today).include(date)) {
            throw new Refusal(
                    NextStepRule.NEXT_STEP_IS_NEAR,
                    "The step is for %s, and today is %s. Is the year right?".formatted(date, today));
        }
    }

    private void check(Meeting chosen) {
        if (!chosen.active()) {
            throw new Refusal(
                    NextStepRule.MEETING_NO_LONGER_HELD,
                    "Meeting %s is not held any more; find another with GET /meetings.".formatted(chosen.id()));
        }
        if (kind == NextStepKind.SECULAR_MEETING && !chosen.secular()) {
            throw new Refusal(
                    NextStepRule.MEETING_NOT_SECULAR,
                    "Meeting %s is not secular; find one that is with GET /meetings?secular=true."
                            .formatted(chosen.id()));
        }
        if (!chosen.meetsOn(date)) {
            throw new Refusal(
                    NextStepRule.MEETING_NOT_ON_THAT_DAY,
                    "%s is a %s, and the meeting meets on %s.".formatted(date, date.getDayOfWeek(), chosen.days()));
        }
    }

    /** True where the patient goes to a meeting, and nobody waits for them as a receiver. */
    static boolean isMeeting(NextStepKind kind) {
        return switch (kind) {
            case TWELVE_STEP_MEETING, SECULAR_MEETING -> true;
            case WEEKLY_THERAPY, PEER_SUPPORT, MEDICATION, HOUSING, WORK, OTHER -> false;
        };
    }
}
