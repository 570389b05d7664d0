package org.stepwell.platform.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose sweeper died or hangs would look well and forget everything that falls due. */
@Liveness
@Singleton
class SweeperHealth implements HealthCheck {

    private final Sweeper sweeper;
    private final Duration silentMax;

    @Inject
    SweeperHealth(Sweeper sweeper) {
        this(sweeper, Pulse.SILENT_MAX);
    }

    SweeperHealth(Sweeper sweeper, Duration silentMax) {
        this.sweeper = sweeper;
        this.silentMax = silentMax;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sweeper")
                .status(sweeper.works(silentMax))
                .build();
    }
}
