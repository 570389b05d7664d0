package org.stepwell.enrollment.account;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.account.AccountEvent.AccountChanged.Standing;

/** Where an account stands. */
@Schema(name = "AccountStatus")
enum AccountStatus {
    /** It may be used as soon as the identity provider puts it into tokens. */
    PREPARING(Standing.ACTIVE),
    ACTIVE(Standing.ACTIVE),
    SUSPENDED(Standing.SUSPENDED),
    LEFT(Standing.LEFT);

    private final Standing standing;

    AccountStatus(Standing standing) {
        this.standing = standing;
    }

    /** What the services are told. */
    Standing standing() {
        return standing;
    }

    Set<AccountStatus> next() {
        return switch (this) {
            case PREPARING -> EnumSet.of(PREPARING, ACTIVE, SUSPENDED, LEFT);
            case ACTIVE -> EnumSet.of(PREPARING, SUSPENDED, LEFT);
            case SUSPENDED -> EnumSet.of(PREPARING, LEFT);
            case LEFT -> EnumSet.of(PREPARING);
        };
    }
}
