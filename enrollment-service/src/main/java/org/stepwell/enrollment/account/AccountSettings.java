package org.stepwell.enrollment.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How accounts are opened. */
@ConfigMapping(prefix = "stepwell.accounts")
interface AccountSettings {

    /** Whether nobody comes in without an account; read by every service. */
    boolean required();

    /** How long an invitation may be accepted. */
    @WithDefault("P7D")
    Duration invitationLife();

    /** The realm whose users get the claims, such as {@code https://identity.example/realms/stepwell}; the issuer, unless said. */
    URI realm();

    /** The client that may manage users of the realm and make clients, and nothing else. */
    @WithDefault("stepwell-accounts")
    String client();

    /** Its private key, RSA in PKCS#8, as Base64 or PEM. Without it, invitations are accepted and wait. */
    Optional<String> key();

    /** Whether somebody of the staff who has no second factor is made to set one up. */
    @WithDefault("true")
    boolean secondFactor();

    /** How long the realm may take to answer. */
    @WithDefault("PT5S")
    Duration patience();
}
