package org.stepwell.enrollment.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.letter.LetterPost;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What is to be written, to whom, what for, and when it leaves.
 *
 * @param firstDay of the days that a letter about attendance is about
 */
record LetterOrder(
        LetterKind kind,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Recipient recipient,
        DisclosurePurpose purpose,
        Instant leavesAt) {

    private static final Duration QUEUED_MAX = Duration.ofDays(90);
    private static final int DAYS_MAX = 366;

    /** What has to be asked before it is told about a patient. */
    Ask ask(PatientId patient) {
        return new Ask(patient, recipient, purpose, kind.categories());
    }

    /** Whether it is worth another try; somebody waits for it, and is told that it does not come. */
    boolean isTriedAt(Instant now) {
        return now.isBefore(leavesAt.plus(LetterPost.TRIED_FOR));
    }

    /** Refuses what can not be written so. */
    void mustBeWritable(ZoneId zone, Instant now) {
        boolean days = kind == LetterKind.ATTENDANCE;
        if ((firstDay != null) != days || (lastDay != null) != days) {
            throw refusal(
                    LetterRule.DAYS_OF_ATTENDANCE,
                    "It is a letter of kind %s.".formatted(kind),
                    "/firstDay",
                    days ? "the first day, and lastDay the last" : "none, nor lastDay");
        }
        if (leavesAt.isAfter(now.plus(QUEUED_MAX))) {
            throw refusal(
                    LetterRule.QUEUED_FOR_NINETY_DAYS,
                    "Write it later.",
                    "/notBefore",
                    "until " + now.plus(QUEUED_MAX));
        }
        if (firstDay != null && lastDay != null) {
            mustBeThere(firstDay, lastDay, LocalDate.ofInstant(leavesAt, zone));
        }
    }

    private static void mustBeThere(LocalDate first, LocalDate last, LocalDate leavesOn) {
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last)) {
            throw refusal(
                    LetterRule.DAYS_OF_ATTENDANCE,
                    "It names %s to %s.".formatted(first, last),
                    "/lastDay",
                    "%s to %s".formatted(first, first.plusDays(DAYS_MAX)));
        }
        if (last.isAfter(leavesOn)) {
            throw refusal(
                    LetterRule.DAYS_ARE_THERE_WHEN_IT_LEAVES,
                    "It leaves on %s. Let it leave later (notBefore), or end it sooner.".formatted(leavesOn),
                    "/lastDay",
                    "until " + leavesOn);
        }
    }

    private static Refusal refusal(LetterRule rule, String detail, String pointer, String expected) {
        return new Refusal(rule, detail, List.of(new FieldError(pointer, expected)));
    }
}
