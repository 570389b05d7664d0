package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An installation in its order, without the cluster: a Job, which is the service with the owner's role and an end, changes the
 * database; the service itself knows no owner, and starts on what the Job left, as its image starts it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationTest {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration END_MAX = Duration.ofSeconds(30);
    private static final int ENDED_BY_SIGTERM = 143;

    /** All that a service is told, but for who owns its tables. */
    private static final List<String> OWNER = List.of("STEPWELL_DATABASE_OWNER");

    private static final Path JOB = Path.of("../deploy/base/service/migration.yaml");

    /** What stands for all of a cluster; this machine has its own. */
    private static final Set<String> OF_THE_PLACE = Set.of("STEPWELL_KAFKA", "STEPWELL_ISSUER");

    private static final Map<String, String> TRIAL = Map.of("STEPWELL_PRODUCTION", "false");
    private static final Map<String, String> NOT_HERE = Map.of("STEPWELL_DATABASE_MIGRATE", "false");

    private Clinic stores;

    @BeforeAll
    void databasesAndABroker() throws Exception {
        stores = new Clinic(Settings.throwaway(), new Progress(System.err)).stores();
    }

    @AfterAll
    void end() {
        stores.close();
    }

    @Test
    @Order(1)
    void aServiceThatDoesNotMigrateSaysThatAnEmptyDatabaseIsTooOld() throws Exception {
        var service = begin("on-an-empty-database", NOT_HERE, OWNER);

        assertThat(end(service)).as(service.tail()).isPositive();
        assertThat(said(service))
                .contains("Not started: the database is older than this release", "the first of them: 1 ")
                .contains("migration Job")
                .doesNotContain("Listening on");
    }

    @Test
    @Order(2)
    void aServiceThatMigratesSaysThatItNeedsTheOwner() throws Exception {
        var service = begin("without-an-owner", Map.of(), OWNER);

        assertThat(end(service)).as(service.tail()).isPositive();
        assertThat(said(service)).contains("Not started: STEPWELL_DATABASE_OWNER", "STEPWELL_DATABASE_MIGRATE=false");
    }

    @Test
    @Order(3)
    void twoJobsAtOnceMigrateAnEmptyDatabaseOnceAndEndWell() throws Exception {
        var one = job("one-job", TRIAL);
        var other = job("other-job", TRIAL);

        assertThat(end(one)).as(one.tail()).isZero();
        assertThat(end(other)).as(other.tail()).isZero();
        assertThat(count("select count(*) from flyway_schema_history where success"))
                .isPositive();
        assertThat(count("select count(*) from (select version from flyway_schema_history group by version"
                        + " having count(*) > 1) twice"))
                .isZero();
        assertThat(said(one)).doesNotContain("Listening on");
        assertThat(listeners()).as("who only migrates hears nothing").isEmpty();
    }

    @Test
    @Order(4)
    void aServiceStartsAsItsImageDoesWithoutTheOwnerAndWritesNothingBesideItself() throws Exception {
        var source = stores.settings().source();
        var image = PackagedCopy.of(
                stores.settings(), Service.AFTERCARE, stores.settings().home().resolve("app"));
        var record = image.folder().resolve("start.aot");
        ImageStart.record(source, image.folder(), record);
        var before = image.files();
        var command = ImageStart.of(source).command(image.folder(), record);
        command.add(1, "-XX:AOTMode=on"); // a record that does not fit ends the start, instead of only slowing it

        var service = begin("as-its-image", command, image.folder(), NOT_HERE, OWNER);
        service.awaitReady(START_MAX);

        assertThat(count("select count(*) from pg_stat_activity where usename = '%s'"
                        .formatted(Service.AFTERCARE.owner())))
                .isZero();
        assertThat(image.files()).isEqualTo(before);
        service.stop(END_MAX);
        assertThat(service.exitCode()).as(service.tail()).isEqualTo(ENDED_BY_SIGTERM);
    }

    @Test
    @Order(5)
    void aMigrationThatDoesNotGetItsTableMakesNobodyWaitForItAndIsTriedAgain() throws Exception {
        var next = PackagedCopy.of(
                stores.settings(), Service.AFTERCARE, stores.settings().home().resolve("next"));
        next.addMigration("V98__one_more_column.sql", "alter table platform.outbox add column one_more text;");
        var usual = stores.plan(Service.AFTERCARE).command();
        try (var reader = stores.jdbc(Service.AFTERCARE);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from platform.outbox"); // a report that takes its time

            var job = job("job-that-waits", usual, next.folder(), TRIAL);

            assertThat(end(job)).as(job.tail()).isPositive();
            assertThat(said(job)).contains("lock timeout");
            reader.commit();
        }
        var again = job("job-again", usual, next.folder(), TRIAL);
        assertThat(end(again)).as(again.tail()).isZero();
        assertThat(count("select count(*) from platform.platform_history where version = '98'"))
                .isOne();
    }

    @Test
    @Order(6)
    void aServiceSaysWhichMigrationOfItsReleaseIsMissing() throws Exception {
        var last = "(select max(installed_rank) from flyway_schema_history)";
        var name =
                text("select version || ' ' || description from flyway_schema_history where installed_rank = " + last);
        execute("delete from flyway_schema_history where installed_rank = " + last);

        var service = begin("on-an-older-database", NOT_HERE, OWNER);

        assertThat(end(service)).as(service.tail()).isPositive();
        assertThat(said(service)).contains("migrations that are missing: 1; the first of them: " + name);
    }

    @Test
    @Order(7)
    void aJobInProductionIsAskedAboutItsDatabaseAlone() throws Exception {
        var job = job("in-production", Map.of());

        assertThat(end(job)).as(job.tail()).isPositive();
        assertThat(said(job))
                .contains("Not started: STEPWELL_DATABASE_URL must end in ?sslmode=verify-full")
                .doesNotContain("KAFKA_SECURITY_PROTOCOL must", "STEPWELL_SEAL_KEYS");
    }

    private ChildProcess job(String name, Map<String, String> more) throws Exception {
        var usual = stores.plan(Service.AFTERCARE);
        return job(name, usual.command(), usual.folder(), more);
    }

    /** With what the manifest gives the migration and nothing else, but for where its database, the broker and the issuer are. */
    private ChildProcess job(String name, List<String> command, Path folder, Map<String, String> more)
            throws Exception {
        var usual = stores.plan(Service.AFTERCARE);
        var told = new HashMap<>(usual.environment());
        told.keySet()
                .removeIf(setting -> setting.matches("(STEPWELL|KAFKA|QUARKUS)_.*")
                        && !setting.startsWith("STEPWELL_DATABASE_")
                        && !OF_THE_PLACE.contains(setting));
        var container =
                new ObjectMapper(new YAMLFactory()).readTree(JOB.toFile()).at("/spec/template/spec/containers/0");
        for (var setting : container.path("env")) {
            if (!OF_THE_PLACE.contains(setting.path("name").asText())) {
                told.put(setting.path("name").asText(), setting.path("value").asText());
            }
        }
        told.putAll(more);
        return begin(name, command, folder, told);
    }

    private ChildProcess begin(String name, Map<String, String> more, List<String> without) throws Exception {
        var usual = stores.plan(Service.AFTERCARE);
        return begin(name, usual.command(), usual.folder(), more, without);
    }

    private ChildProcess begin(
            String name, List<String> command, Path folder, Map<String, String> more, List<String> without)
            throws Exception {
        var usual = stores.plan(Service.AFTERCARE);
        var told = new HashMap<>(usual.environment());
        told.keySet().removeIf(setting -> without.stream().anyMatch(setting::startsWith));
        told.putAll(more);
        return begin(name, command, folder, told);
    }

    private ChildProcess begin(String name, List<String> command, Path folder, Map<String, String> told)
            throws Exception {
        var ready = stores.plan(Service.AFTERCARE).ready();
        var log = stores.settings().log(name);
        return stores.children().begin(new ChildProcess.Plan(name, command, told, folder, log, ready, false));
    }

    private static int end(ChildProcess process) throws Exception {
        return process.onExit().get(START_MAX.toSeconds(), TimeUnit.SECONDS).exitValue();
    }

    private String said(ChildProcess process) throws IOException {
        return Files.readString(stores.settings().log(process.name()));
    }

    private List<String> listeners() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stores.bootstrap()))) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
        }
    }

    private int count(String query) throws SQLException {
        return Integer.parseInt(text(query));
    }

    private String text(String query) throws SQLException {
        try (var connection = stores.jdbc(Service.AFTERCARE);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = stores.jdbc(Service.AFTERCARE);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
