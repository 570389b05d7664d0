package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The release after the one that is up, of one service: packaged as that one, with a migration that only adds, and started beside
 * it on the same database and broker. When it is over, what it added is gone.
 */
public final class NextRelease implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration END_MAX = Duration.ofSeconds(30);
    private static final String VERSION = "99";

    /** Where every event goes through, and a table of the service. */
    private static final List<String> TABLES = List.of("platform.outbox", "public.patient");

    private final Clinic clinic;
    private final Service service;
    private final PackagedCopy packaged;
    private final int door = freePort();
    private final int management = freePort();
    private @Nullable ChildProcess serving;

    /** Of this service of a running clinic; nothing is started yet. */
    public NextRelease(Clinic clinic, Service service) throws IOException {
        this.clinic = clinic;
        this.service = service;
        packaged = PackagedCopy.of(
                clinic.settings(), service, clinic.settings().home().resolve("next-release"));
        // A file is a transaction: one that locked both would wait in a circle with whoever registers a patient and
        // says so.
        for (int i = 0; i < TABLES.size(); i++) {
            packaged.addMigration(
                    "V%s_%d__what_the_next_release_adds.sql".formatted(VERSION, i),
                    "alter table %s add column next_release text;".formatted(TABLES.get(i)));
        }
    }

    /** The migration Job, to its good end. */
    public void migrate() throws Exception {
        var job = begin(
                "next-migration",
                Map.of("QUARKUS_INIT_AND_EXIT", "true", "STEPWELL_SEAL_KEYS", "/nowhere"),
                List.of("STEPWELL_SEAL_"));
        assertThat(job.onExit().get(START_MAX.toSeconds(), TimeUnit.SECONDS).exitValue())
                .as(job.tail())
                .isZero();
    }

    /** Serves, without the owner's password, as its Deployment says. */
    public void start() throws Exception {
        var started = begin(
                "next-" + service.title(),
                Map.of("STEPWELL_DATABASE_MIGRATE", "false"),
                List.of("STEPWELL_DATABASE_OWNER"));
        serving = started;
        started.awaitReady(START_MAX);
    }

    /** Is asked to end, and answers how it ended. */
    public int end() {
        var ending = Objects.requireNonNull(serving);
        ending.stop(END_MAX);
        return ending.exitCode();
    }

    /** Where its API begins. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/api/%s/v1".formatted(door, service.title()));
    }

    private ChildProcess begin(String name, Map<String, String> more, List<String> without) throws Exception {
        var told = new HashMap<>(new Faults(clinic).environment(service));
        told.keySet().removeIf(setting -> without.stream().anyMatch(setting::startsWith));
        told.put("STEPWELL_PORT", Integer.toString(door));
        told.put("STEPWELL_MANAGEMENT_PORT", Integer.toString(management));
        told.put(
                "STEPWELL_AUDIT_ANCHOR",
                packaged.folder().resolveSibling(name + "-audit").toString());
        told.putAll(more);
        var command = List.of(
                JavaProgram.path(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "quarkus-run.jar");
        var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management));
        return clinic.children()
                .begin(new ChildProcess.Plan(
                        name,
                        command,
                        told,
                        packaged.folder(),
                        clinic.settings().log(name),
                        ready,
                        false));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whoever tests after it finds the tables as they were. */
    @Override
    public void close() throws IOException, SQLException {
        if (serving != null) {
            serving.stop(END_MAX);
        }
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("alter table %s drop column if exists next_release".formatted(table));
            }
            statement.execute("delete from platform.platform_history where version like '%s.%%'".formatted(VERSION));
        }
        Folders.delete(packaged.folder());
    }
}
