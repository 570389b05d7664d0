package org.stepwell.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.stepwell.platform.production.ProductionRefusal;

/**
 * Brings the schema {@code platform} up to date before the service's own tables, which use it. It has a history of its
 * own, so that platform and service number their migrations apart. Where somebody else migrates, it only looks whether
 * that has been done.
 */
@Singleton
class PlatformMigration implements FlywayConfigurationCustomizer {

    /** Whoever waits longer for a table makes all wait who come to it meanwhile; a Job tries again. */
    private static final String WAITS_FIVE_SECONDS = "set lock_timeout = '5s'";

    private final String runtimeRole;
    private final String auditorRole;
    private final boolean migrates;
    private final boolean ownerIsKnown;

    private final ProductionRefusal refusal;

    PlatformMigration(
            ProductionRefusal refusal,
            @ConfigProperty(name = "stepwell.database.user") String runtimeRole,
            @ConfigProperty(name = "stepwell.database.auditor") String auditorRole,
            @ConfigProperty(name = "stepwell.database.migrate") boolean migrates,
            @ConfigProperty(name = "quarkus.flyway.username") Optional<String> owner,
            @ConfigProperty(name = "quarkus.flyway.password") Optional<String> ownerPassword) {
        this.refusal = refusal;
        this.runtimeRole = runtimeRole;
        this.auditorRole = auditorRole;
        this.migrates = migrates;
        this.ownerIsKnown = owner.isPresent() && ownerPassword.isPresent();
    }

    @Override
    public void customize(FluentConfiguration service) {
        refusal.check(); // before the owner's password goes anywhere
        var platform = platform(service.getDataSource());
        if (migrates) {
            requireOwner();
            platform.migrate();
        } else {
            OlderTables.refuse(platform, service.load());
        }
        service.initSql(WAITS_FIVE_SECONDS)
                .placeholders(Map.of("runtime", runtimeRole))
                .callbacks(new HistoryIsReadOnly(runtimeRole));
    }

    private Flyway platform(DataSource dataSource) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .initSql(WAITS_FIVE_SECONDS)
                .schemas("platform")
                .table("platform_history")
                .locations("classpath:db/platform")
                .placeholders(Map.of("runtime", runtimeRole, "auditor", auditorRole))
                .load();
    }

    /** Without its name, tables would be changed as the runtime role, which may not, and says only that. */
    private void requireOwner() {
        if (!ownerIsKnown) {
            throw new IllegalStateException(
                    "Not started: STEPWELL_DATABASE_OWNER and STEPWELL_DATABASE_OWNER_PASSWORD must be set where a service"
                            + " migrates its database. Set STEPWELL_DATABASE_MIGRATE=false where a Job does"
                            + " (docs/operations.md).");
        }
    }
}
