package org.stepwell.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.stepwell.platform.production.ProductionRefusal;

/**
 * Brings the schema {@code platform} up to date before the service's own tables, which use it. It has a history of its
 * own, so that platform and service number their migrations apart.
 */
@Singleton
class PlatformMigration implements FlywayConfigurationCustomizer {

    private final String runtimeRole;
    private final String auditorRole;

    private final ProductionRefusal refusal;

    PlatformMigration(
            ProductionRefusal refusal,
            @ConfigProperty(name = "stepwell.database.user") String runtimeRole,
            @ConfigProperty(name = "stepwell.database.auditor") String auditorRole) {
        this.refusal = refusal;
        this.runtimeRole = runtimeRole;
        this.auditorRole = auditorRole;
    }

    @Override
    public void customize(FluentConfiguration service) {
        refusal.check(); // before the owner's password goes anywhere
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(service.getDataSource())
                .schemas("platform")
                .table("platform_history")
                .locations("classpath:db/platform")
                .placeholders(Map.of("runtime", runtimeRole, "auditor", auditorRole))
                .load()
                .migrate();
        service.placeholders(Map.of("runtime", runtimeRole)).callbacks(new HistoryIsReadOnly(runtimeRole));
    }
}
