package org.stepwell.aftercare.danger;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a flag of aftercare warns of. */
@Schema(name = "AftercareFlag")
enum FlagName {
    /** A thought of suicide was named, and the screener not asked since. */
    SUICIDE_ITEM,
    SUICIDE_RISK_MODERATE,
    SUICIDE_RISK_HIGH;

    /** The flag of what the screener found, if it raises one. */
    static Optional<FlagName> foundBy(String band) {
        return switch (band) {
            case "HIGH" -> Optional.of(SUICIDE_RISK_HIGH);
            case "MODERATE" -> Optional.of(SUICIDE_RISK_MODERATE);
            default -> Optional.empty();
        };
    }

    /** Whether a flag of any service is one of these. */
    static boolean includes(String name) {
        for (var flag : values()) {
            if (flag.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
