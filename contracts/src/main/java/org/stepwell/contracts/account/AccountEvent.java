package org.stepwell.contracts.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/**
 * What enrollment says about accounts, on a topic of its own: a leaver waits behind nobody's change, and enrollment hears itself
 * like all others do.
 */
@Publisher("account")
@Topic(value = "stepwell.account", state = true)
public sealed interface AccountEvent extends Event {

    /**
     * Who somebody is at a clinic, and whether they may come in.
     *
     * @param subject whom the identity provider's tokens name
     * @param partner whose service account it is; missing in what was said before partners had accounts
     * @param roles as tokens say them, such as {@code clinic-admin}; no other role of a token counts at this clinic
     * @param version greater with every change
     */
    @Wire("account-changed.v1")
    record AccountChanged(
            AccountId account,
            String subject,
            @Nullable StaffId staff,
            @Nullable PatientId patient,
            @Nullable PartnerId partner,
            List<String> roles,
            Standing standing,
            long version,
            Instant at)
            implements AccountEvent {
        @Override
        public String key() {
            return keyOf(subject);
        }

        /** The key of all that is said of an account. */
        public static String keyOf(String subject) {
            return "account/" + subject;
        }

        /** Whether somebody may come in. */
        public enum Standing {
            ACTIVE,
            SUSPENDED,
            LEFT
        }
    }
}
