package org.stepwell.aftercare.nextstep;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What became of the one message before the day of a step. */
@Embeddable
record Reminded(@Enumerated(EnumType.STRING) StepReminder reminder, Instant remindedAt) {}
