package org.stepwell.therapy.handoff;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;

/**
 * How an episode ends, or did.
 *
 * @param lastDay the last day in the program, planned as long as the patient has not {@code left}
 * @param nextLevel the level of care that was planned to follow, by its number
 */
@Embeddable
record Ending(
        LocalDate lastDay,
        @Column(name = "has_left") boolean left,

        @Enumerated(EnumType.STRING) DischargeReason reason,
        @Enumerated(EnumType.STRING) @Nullable DischargeWaiver waiver,

        @Nullable String nextLevel) {}
