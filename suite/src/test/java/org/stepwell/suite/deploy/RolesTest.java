package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.platform.testing.LocalPostgres;

/** What a Cluster says to a new PostgreSQL, said to a real one: who may come in, and for how long they may ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private LocalPostgres postgres;
    private Connection database;

    @BeforeAll
    void aNewDatabaseIsToldWhatItsManifestSays(@TempDir Path folder) throws Exception {
        Deploy.needsKubectl();
        var initdb = Deploy.overlay("production")
                .named("Cluster", "enrollment-database")
                .orElseThrow()
                .at("/spec/bootstrap/initdb");
        postgres = LocalPostgres.start(folder.resolve("postgres"), 0, false);
        var name = initdb.path("database").asText();
        var owner = initdb.path("owner").asText();
        try (var server = postgres.connect("postgres")) {
            execute(server, "create role %s login".formatted(owner));
            execute(server, "create role stranger login");
            execute(server, "create database %s owner %s".formatted(name, owner));
        }
        database = postgres.connect(name);
        for (var statement : initdb.path("postInitApplicationSQL")) {
            execute(database, statement.asText());
        }
    }

    @AfterAll
    void stop() throws SQLException {
        if (postgres != null) {
            database.close();
            postgres.close();
        }
    }

    @Test
    void userAndAuditorComeInAndNobodyElseDoes() throws SQLException {
        assertThat(may("enrollment_user", "connect")).isTrue();
        assertThat(may("enrollment_auditor", "connect")).isTrue();
        assertThat(may("stranger", "connect")).isFalse();
    }

    @Test
    void nobodyWhoServesMakesTemporaryTables() throws SQLException {
        assertThat(may("enrollment_user", "temporary")).isFalse();
        assertThat(may("enrollment_auditor", "temporary")).isFalse();
    }

    @Test
    void aStatementEndsSoonAfterTheServiceGaveItUpAndNotBefore() throws SQLException {
        var givenUp = Duration.ofSeconds(
                Long.parseLong(Source.property("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout")
                        .orElseThrow()));

        assertThat(ends("enrollment_user"))
                .singleElement()
                .satisfies(after -> assertThat(after).isBetween(givenUp.plusSeconds(1), givenUp.plusSeconds(30)));
    }

    @Test
    void aMigrationAndAWalkAlongTheAuditTakeAsLongAsTheyTake() throws SQLException {
        assertThat(ends("enrollment_owner")).isEmpty();
        assertThat(ends("enrollment_auditor")).isEmpty();
    }

    private boolean may(String role, String what) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select has_database_privilege('%s', current_database(), '%s')".formatted(role, what))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<Duration> ends(String role) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select coalesce(array_to_string(rolconfig, ','), '') from pg_roles where rolname = '%s'"
                                .formatted(role))) {
            row.next();
            var said = row.getString(1);
            return said.isEmpty()
                    ? List.of()
                    : List.of(
                            Duration.ofSeconds(Long.parseLong(said.replaceFirst("^statement_timeout=(\\d+)s$", "$1"))));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
