package org.stepwell.platform.audit;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says that the audit can not be written, or is not what it was. It is told and nothing is restarted or taken out of service for
 * it: each operation refuses by itself, and asks again.
 */
@Wellness
@Singleton
class AuditWellness implements HealthCheck {

    private final AuditTable table;
    private final AuditLinker linker;

    AuditWellness(AuditTable table, AuditLinker linker) {
        this.table = table;
        this.linker = linker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit is written and whole")
                .status(!table.failing() && !linker.broken())
                .build();
    }
}
