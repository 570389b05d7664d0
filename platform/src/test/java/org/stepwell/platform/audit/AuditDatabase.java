package org.stepwell.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.stepwell.platform.testing.LocalPostgres;

/** A database with platform's own tables and nothing else: what the audit is written to, linked in and checked by. */
final class AuditDatabase implements AutoCloseable {

    private final LocalPostgres postgres;
    private final String name;

    private AuditDatabase(LocalPostgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
    }

    static AuditDatabase start(Path home, String name) throws IOException, SQLException {
        var postgres = LocalPostgres.start(home.resolve("postgres"), 0, false);
        postgres.createDatabase(name, "owner", "owner", "runtime", "runtime");
        postgres.createAuditor(name, "auditor", "auditor");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(name), "owner", "owner")
                .schemas("platform")
                .locations("classpath:db/platform")
                .placeholders(Map.of("runtime", "runtime", "auditor", "auditor"))
                .load()
                .migrate();
        return new AuditDatabase(postgres, name);
    }

    LocalPostgres postgres() {
        return postgres;
    }

    /** As the superuser. */
    Connection connect() throws SQLException {
        return postgres.connect(name);
    }

    /** As the role that links, which sees the rows of all clinics. */
    Connection auditor() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(name), "auditor", "auditor");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
