package org.stepwell.enrollment.stop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Role;

/** Who overrode a finding, in which role and with which credential, and why; reason and plan are sealed. */
@Embeddable
record Overriding(
        @Column(name = "override_reason") String reason,
        @Column(name = "withdrawal_plan") @Nullable String plan,
        @Column(name = "overridden_by") String by,

        @Enumerated(EnumType.STRING) @Column(name = "overridden_as")
        Role role,

        @Column(name = "override_credential") @Nullable String credential,
        @Column(name = "overridden_at") Instant at) {}
