package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Http;
import org.stepwell.suite.NextRelease;
import org.stepwell.suite.Service;

/**
 * Enrollment goes from a release to the next and back while intake works: the migration that only adds, both releases side by
 * side, the end of the one before, its return onto the newer tables, and the end of the next.
 */
final class RollingChange {

    private static final Service SERVICE = Service.ENROLLMENT;
    private static final int A_FEW = 8;
    private static final int ENDED_BY_SIGTERM = 143;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String WAITING_FOR_PATIENTS =
            "select count(*) from pg_locks where not granted and relation = 'public.patient'::regclass";

    private final Clinic clinic;
    private final Faults faults;
    private final Api api;

    RollingChange(Clinic clinic) throws IOException, InterruptedException {
        this.clinic = clinic;
        this.faults = new Faults(clinic);
        this.api = new Api(clinic, new Operations(clinic));
    }

    /** Plays it, and answers whom intake has registered meanwhile, each of them once. */
    List<String> play() throws Exception {
        var before = clinic.baseUrl(SERVICE);
        try (var next = new NextRelease(clinic, SERVICE);
                var intake = new Registrations(clinic)) {
            intake.through(before);
            intake.awaitMore(before, A_FEW);

            next.migrate();
            intake.awaitMore(before, A_FEW);

            next.start();
            intake.through(next.baseUrl());
            hire();
            intake.awaitMore(next.baseUrl(), A_FEW);
            intake.awaitMore(before, A_FEW);
            awaitListeners(2);

            endsAfterWhatIsUnderWay(intake, before);
            hire();
            intake.awaitMore(next.baseUrl(), A_FEW);

            faults.restart(SERVICE); // up brings back the release that it has: the way back
            intake.through(before);
            intake.awaitMore(before, A_FEW);

            assertThat(next.end()).as("how the next release ended").isEqualTo(ENDED_BY_SIGTERM);
            intake.pastBy(next.baseUrl());
            hire();
            intake.awaitMore(before, A_FEW);
            awaitListeners(1);
            intake.end();
            assertThat(intake.refused()).isEmpty();
            return List.copyOf(intake.ids());
        }
    }

    /** What enrollment hears of meanwhile. */
    private void hire() {
        api.must(api.put(
                "ada",
                Service.SCHEDULING,
                "/staff/" + UUID.randomUUID(),
                Map.of("name", "Rae Overhill", "credentials", List.of("LCSW"), "active", false),
                null));
    }

    /** It is asked to end while somebody waits for an answer: it says that it is not ready, and answers. */
    private void endsAfterWhatIsUnderWay(Registrations intake, URI door) throws Exception {
        var process = faults.process(SERVICE);
        intake.turn().lock();
        try (var lock = clinic.jdbc(SERVICE);
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table public.patient in share mode");
            var underWay = intake.oneMore(door);
            awaitCount(WAITING_FOR_PATIENTS, 1);

            process.destroy();
            assertThat(firstThatIsNot200()).as("its readiness while it ends").isEqualTo(503);
            assertThat(underWay.isDone()).as("it was not answered before").isFalse();
            lock.commit();

            assertThat(underWay.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS)).isEqualTo(201);
        } finally {
            intake.pastBy(door);
            intake.turn().unlock();
        }
        process.onExit().get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    }

    private int firstThatIsNot200() throws Exception {
        var ready = HttpRequest.newBuilder(clinic.managementUrl(SERVICE).resolve("/q/health/ready"))
                .build();
        try (var http = Http.client()) {
            long until = System.nanoTime() + PATIENCE_NANOS;
            int status = 200;
            while (status == 200) {
                assertThat(System.nanoTime()).isLessThan(until);
                status =
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
            }
            return status;
        }
    }

    /** So many replicas share what enrollment hears of. */
    private void awaitListeners(int replicas) throws Exception {
        var group = SERVICE.title() + ".scheduling";
        long until = System.nanoTime() + PATIENCE_NANOS;
        try (var admin = Admin.create(Map.of("bootstrap.servers", clinic.bootstrap()))) {
            int members = -1;
            while (members != replicas) {
                assertThat(System.nanoTime()).as("%d listen", members).isLessThan(until);
                members = admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .mapToInt(known -> known.members().size())
                        .sum();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void awaitCount(String query, long least) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        try (var connection = clinic.jdbc(SERVICE);
                var statement = connection.prepareStatement(query)) {
            long count = 0;
            while (count < least) {
                assertThat(System.nanoTime()).as(query).isLessThan(until);
                TimeUnit.MILLISECONDS.sleep(20);
                try (var row = statement.executeQuery()) {
                    row.next();
                    count = row.getLong(1);
                }
            }
        }
    }
}
