package org.stepwell.enrollment.consent;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Signed or not, in force or not. */
@Schema(name = "ConsentStatus")
enum ConsentStatus {
    DRAFT,
    ACTIVE,
    EXPIRED,
    REVOKED,
    SUPERSEDED;

    Set<ConsentStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ACTIVE);
            case ACTIVE -> EnumSet.of(EXPIRED, REVOKED, SUPERSEDED);
            case EXPIRED, REVOKED, SUPERSEDED -> EnumSet.noneOf(ConsentStatus.class);
        };
    }
}
