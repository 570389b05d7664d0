package org.stepwell.platform.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.stepwell.platform.time.Pulse;

/** The service lives while its poll loops and its relay get somewhere; trouble of broker or database is no reason to die. */
@Liveness
@Singleton
class EventHealth implements HealthCheck {

    private final Consumers consumers;
    private final Relay relay;
    private final Duration silentMax;

    @Inject
    EventHealth(Consumers consumers, Relay relay) {
        this(consumers, relay, Pulse.SILENT_MAX);
    }

    EventHealth(Consumers consumers, Relay relay, Duration silentMax) {
        this.consumers = consumers;
        this.relay = relay;
        this.silentMax = silentMax;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(consumers.work(silentMax) && relay.works(silentMax))
                .build();
    }
}
