package org.stepwell.therapy.medication;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/**
 * A step of an order.
 *
 * @param day the first day of it
 * @param changedBy null where the last day of the order was over
 * @param content what stands beside the codes of the order from then on, sealed; null where nothing was said anew
 */
@Embeddable
record OrderChange(
        @Enumerated(EnumType.STRING) OrderStatus status,
        LocalDate day,
        @Nullable StaffId changedBy,
        Instant changedAt,
        @Nullable String content) {}
