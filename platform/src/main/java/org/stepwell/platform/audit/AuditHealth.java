package org.stepwell.platform.audit;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose linker died would look well, and its audit could be changed without anybody noticing. */
@Liveness
@Singleton
class AuditHealth implements HealthCheck {

    private final AuditLinker linker;

    AuditHealth(AuditLinker linker) {
        this.linker = linker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit").status(linker.alive()).build();
    }
}
