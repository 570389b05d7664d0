package org.stepwell.suite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.stepwell.platform.testing.LocalPostgres;

/**
 * A service's database as it was at one moment, and its return in place of the one that went on: what a restore to that moment is to the
 * service. Nobody else's database is touched, and no topic.
 */
final class PutBack {

    private final Clinic stores;
    private final Service service;
    private final String kept;

    PutBack(Clinic stores, Service service) {
        this.stores = stores;
        this.service = service;
        this.kept = service.database() + "_then";
    }

    /** Keeps it as it is now; who is connected loses the connection, as when a primary is lost, and comes back. */
    void keep() throws SQLException {
        try (var connection = postgres();
                var statement = connection.createStatement()) {
            statement.execute("alter database %s with allow_connections false".formatted(service.database()));
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
                    .formatted(service.database()));
            statement.execute("create database %s template %s".formatted(kept, service.database()));
            statement.execute("alter database %s with allow_connections true".formatted(service.database()));
        }
    }

    /** What was kept takes its place; the service must not run. */
    void putBack() throws SQLException {
        try (var connection = postgres();
                var statement = connection.createStatement()) {
            statement.execute("drop database %s with (force)".formatted(service.database()));
            statement.execute("alter database %s rename to %s".formatted(kept, service.database()));
            statement.execute("alter database %s with allow_connections true".formatted(service.database()));
            rights(statement);
        }
    }

    /** A template's tables come with their rights, the database itself does not. */
    private void rights(Statement statement) throws SQLException {
        var name = service.database();
        statement.execute("alter database %s owner to %s".formatted(name, service.owner()));
        statement.execute("revoke connect, temporary on database %s from public".formatted(name));
        statement.execute("grant connect on database %s to %s, %s, %s"
                .formatted(name, service.owner(), service.database(), service.auditor()));
    }

    private Connection postgres() throws SQLException {
        try {
            var settings = stores.settings();
            return LocalPostgres.connect(
                    settings.postgresData(), settings.ports().of(Door.POSTGRES), "postgres");
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
    }
}
