package org.stepwell.enrollment.stop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.stepwell.platform.access.Role;

/** Who signed an override besides the one who made it. */
@Embeddable
record CoSignature(
        @Column(name = "co_signed_by") String by,

        @Enumerated(EnumType.STRING) @Column(name = "co_signed_as")
        Role role,

        @Column(name = "co_signed_at") Instant at) {}
