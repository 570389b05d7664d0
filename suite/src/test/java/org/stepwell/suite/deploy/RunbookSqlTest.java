package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwell.platform.testing.LocalPostgres;
import org.stepwell.suite.monitoring.Runbook;

/** What a runbook asks a database, a database with all tables of that service answers, and nothing in it is changed. */
class RunbookSqlTest {

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;

    @BeforeAll
    static void eachServiceHasItsTables() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("postgres"), 0, false);
        for (var service : Deploy.SERVICES) {
            postgres.createDatabase(service, service + "_owner", "owner's", service + "_user", "runtime's");
            postgres.createAuditor(service, service + "_auditor", "auditor's");
            try (var connection = postgres.connect(service);
                    var statement = connection.createStatement()) {
                statement.execute("set role %s_owner; create schema platform".formatted(service));
                for (var file : migrations(service)) {
                    statement.execute(Files.readString(file)
                            .replace("${runtime}", service + "_user")
                            .replace("${auditor}", service + "_auditor"));
                }
            }
        }
    }

    private static List<Path> migrations(String service) throws Exception {
        var all = new ArrayList<Path>();
        for (var place : List.of(
                "platform/src/main/resources/db/platform", service + "-service/src/main/resources/db/migration")) {
            try (var files = Files.list(Path.of("..", place))) {
                files.sorted(Comparator.comparingInt(RunbookSqlTest::version)).forEach(all::add);
            }
        }
        return all;
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    static Stream<Arguments> questions() throws Exception {
        var questions = new ArrayList<Arguments>();
        for (var runbook : Runbook.all(Deploy.FOLDER.resolve("monitoring/runbooks"))) {
            for (var script : runbook.scripts()) {
                Typed.type(script, folder, List.of()).of("kubectl").stream()
                        .filter(call -> call.contains("psql"))
                        .map(call -> argumentSet(runbook.name(), call.get(call.lastIndexOf("-d") + 1), call.getLast()))
                        .forEach(questions::add);
            }
        }
        return questions.stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsAskedIsAnswered(String database, String sql) throws SQLException {
        assertThat(columnsOf(database, sql)).isPositive();
    }

    @Test
    void aColumnThatIsNotThereIsFoundAndNothingIsChanged() {
        assertThatThrownBy(() -> columnsOf("scheduling", "select places from session"))
                .hasMessageContaining("column \"places\" does not exist");
        assertThatThrownBy(() -> columnsOf("scheduling", "delete from seat returning 1"))
                .hasMessageContaining("read-only transaction");
    }

    private static int columnsOf(String database, String sql) throws SQLException {
        try (var connection = postgres.connect(database)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                return rows.getMetaData().getColumnCount();
            }
        }
    }
}
