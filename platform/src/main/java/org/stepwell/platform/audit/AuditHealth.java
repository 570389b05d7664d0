package org.stepwell.platform.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.stepwell.platform.time.Pulse;

/** A service whose linker died or hangs would look well, and its audit could be changed without anybody noticing. */
@Liveness
@Singleton
class AuditHealth implements HealthCheck {

    private final AuditLinker linker;
    private final Duration silentMax;

    @Inject
    AuditHealth(AuditLinker linker) {
        this(linker, Pulse.SILENT_MAX);
    }

    AuditHealth(AuditLinker linker, Duration silentMax) {
        this.linker = linker;
        this.silentMax = silentMax;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit")
                .status(linker.works(silentMax))
                .build();
    }
}
