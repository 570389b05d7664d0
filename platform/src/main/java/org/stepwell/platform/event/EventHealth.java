package org.stepwell.platform.event;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The service lives while its poll loops and its relay live; trouble of broker or database is no reason to die. */
@Liveness
@Singleton
class EventHealth implements HealthCheck {

    private final Consumers consumers;
    private final Relay relay;

    EventHealth(Consumers consumers, Relay relay) {
        this.consumers = consumers;
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(consumers.alive() && relay.alive())
                .build();
    }
}
