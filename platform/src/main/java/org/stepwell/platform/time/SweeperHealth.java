package org.stepwell.platform.time;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose sweeper died would look well and forget everything that falls due. */
@Liveness
@Singleton
class SweeperHealth implements HealthCheck {

    private final Sweeper sweeper;

    SweeperHealth(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sweeper").status(sweeper.alive()).build();
    }
}
