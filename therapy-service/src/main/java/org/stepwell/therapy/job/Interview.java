package org.stepwell.therapy.job;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** An invitation of an employer, by the clock on the wall. */
@Embeddable
@Schema(name = "JobInterview")
record Interview(
        UUID id,
        LocalDate day,
        @Schema(examples = "10:30:00") LocalTime startsAt,

        @Schema(description = "missing until somebody says how it went") @Nullable @Enumerated(EnumType.STRING)
        Outcome outcome,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {

    /** How it went; what the employer decided is a state of the application. */
    @Schema(name = "JobInterviewOutcome")
    enum Outcome {
        /** It took place, and an answer is waited for. */
        HELD,
        INVITED_AGAIN,
        MISSED,
        CANCELLED
    }

    Interview wentSo(Outcome said, @Nullable StaffId by, LocalDateTime now) {
        if (said != Outcome.CANCELLED && day.atTime(startsAt).isAfter(now)) {
            throw JobRule.INTERVIEW_IS_OVER.because("It is on %s at %s.".formatted(day, startsAt));
        }
        return new Interview(id, day, startsAt, said, by);
    }
}
