package org.stepwell.enrollment.account;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;

/** An account as administrators, and whoever it is, see it. */
@Schema(name = "AccountView")
record AccountView(
        AccountId id,

        @Schema(description = "the user, as the identity provider's tokens name them")
        String subject,

        @Nullable StaffId staff,
        @Nullable PatientId patient,

        @Schema(description = "whose service account it is") @Nullable
        PartnerId partner,

        Set<Role> roles,

        @Schema(description = "PREPARING: the identity provider does not name the clinic in the user's tokens yet")
        AccountStatus status,

        Instant changedAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.subject(),
                account.staff(),
                account.patient(),
                account.partner(),
                account.roles(),
                account.status(),
                account.changedAt());
    }
}
