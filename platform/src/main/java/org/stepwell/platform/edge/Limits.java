package org.stepwell.platform.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often somebody may ask one replica, each as a steady rate and as what may come at once. */
@ConfigMapping(prefix = "stepwell.limits")
public interface Limits {

    /** Requests a second of one account, whatever they ask for. */
    @WithDefault("200")
    int principalPerSecond();

    /** Requests of one account at once. */
    @WithDefault("2000")
    int principalBurst();

    /** Requests a second from one address, with or without a token; a clinic's people may share one. */
    @WithDefault("1000")
    int addressPerSecond();

    /** Requests from one address at once. */
    @WithDefault("10000")
    int addressBurst();

    /** Requests a second without a token from one address. */
    @WithDefault("20")
    int anonymousPerSecond();

    /** Requests without a token from one address at once. */
    @WithDefault("400")
    int anonymousBurst();

    /** Requests a second of one account to what is {@link Rationed}: a search by name, an invitation. */
    @WithDefault("10")
    int rationedPerSecond();

    /** Requests of one account at once to what is {@link Rationed}. */
    @WithDefault("120")
    int rationedBurst();

    /** From one address, without a token, one request each so long a time to what is {@link Rationed}: to be called back. */
    @WithDefault("PT6M")
    Duration rationedAnonymousEach();

    /** Requests without a token from one address at once to what is {@link Rationed}. */
    @WithDefault("5")
    int rationedAnonymousBurst();

    /** One secret link is opened once each so long a time; phones that share a calendar's link ask a few times an hour. */
    @WithDefault("PT1M")
    Duration linkEach();

    /** Openings of one secret link at once. */
    @WithDefault("30")
    int linkBurst();

    /** What a token that is refused costs its address, in requests: guessing is slower than asking. */
    @WithDefault("10")
    int refusedTokenCost();

    /**
     * Addresses or networks (10.0.0.0/8) of our own gateways, whose X-Forwarded-For is believed; nobody's, unless said. Behind
     * a gateway that is not named here, all its callers share one address.
     */
    Optional<List<String>> trustedProxies();
}
