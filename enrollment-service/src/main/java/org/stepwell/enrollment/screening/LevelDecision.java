package org.stepwell.enrollment.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The level that a clinician decided, and why where it is another than was suggested; the reason is sealed. */
@Embeddable
record LevelDecision(
        @Column(name = "decided_level") String level,
        @Column(name = "decided_reason") @Nullable String reason,
        @Column(name = "decided_by") String by,
        @Column(name = "decided_at") Instant at) {}
