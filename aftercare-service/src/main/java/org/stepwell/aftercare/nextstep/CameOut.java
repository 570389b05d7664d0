package org.stepwell.aftercare.nextstep;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;

/** What came of a step, and who says so. */
@Embeddable
record CameOut(
        @Enumerated(EnumType.STRING) StepOutcome outcome,
        @Enumerated(EnumType.STRING) By outcomeSaidBy,
        Instant outcomeAt) {}
