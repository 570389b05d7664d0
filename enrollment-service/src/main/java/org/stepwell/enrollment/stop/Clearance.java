package org.stepwell.enrollment.stop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Role;

/**
 * What came of a finding.
 *
 * @param assessment sealed: what was found and planned; null where it followed from something else
 * @param role in which they said so; null where it followed from something else
 */
@Embeddable
record Clearance(
        @Enumerated(EnumType.STRING) @Column(name = "disposition")
        Disposition disposition,

        @Column(name = "assessment") @Nullable String assessment,
        @Column(name = "cleared_by") String by,

        @Enumerated(EnumType.STRING) @Column(name = "cleared_as") @Nullable
        Role role,

        @Column(name = "cleared_at") Instant at) {}
