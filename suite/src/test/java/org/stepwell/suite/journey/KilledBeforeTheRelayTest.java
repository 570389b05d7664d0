package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Service;

/** A service that dies after its commit and before its relay: what it had to say is said after all, once. */
class KilledBeforeTheRelayTest {

    private static final long BATON = 0x5745_4C4C_0001L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatWasCommittedIsSaidAfterTheRestart() throws Exception {
        try (var clinic = Clinic.throwaway();
                var baton = clinic.jdbc(Service.ENROLLMENT);
                var look = clinic.jdbc(Service.ENROLLMENT)) {
            var api = new Api(clinic, new Operations(clinic));
            await(look, "select count(*) from platform.outbox", 0);
            takeFromTheRelay(baton, look);

            var renamed = api.put(
                    "ada",
                    Service.ENROLLMENT,
                    "/clinics/" + DemoClinic.RIVERSIDE,
                    Map.of("name", "Riverbank", "zone", "America/New_York", "weekStart", "MONDAY"),
                    "*");
            assertThat(renamed.status()).isEqualTo(200);
            assertThat(count(look, "select count(*) from platform.outbox")).isEqualTo(1);
            clinic.kill(Service.ENROLLMENT);
            for (var service : Service.all().subList(1, 4)) {
                assertThat(clinicsCalledRiverbank(clinic, service)).isZero();
            }

            execute(baton, "select pg_advisory_unlock(" + BATON + ")");
            clinic.restart(Service.ENROLLMENT);

            await(look, "select count(*) from platform.outbox", 0);
            for (var service : Service.all().subList(1, 4)) {
                try (var others = clinic.jdbc(service)) {
                    await(others, "select count(*) from platform.clinic where name = 'Riverbank'", 1);
                    await(
                            others,
                            "select last from platform.cursor where key like '%clinic/" + DemoClinic.RIVERSIDE + "'",
                            2);
                }
            }
            assertThat(new EventAudit(clinic).look().lost()).isEmpty();
        }
    }

    /** Queues for the relay's lock, then ends the relay's session: the next in the queue has it. */
    private static void takeFromTheRelay(Connection baton, Connection look) throws Exception {
        try (var queue = Executors.newSingleThreadExecutor()) {
            var taken = queue.submit(() -> {
                execute(baton, "select pg_advisory_lock(" + BATON + ")");
                return true;
            });
            await(look, "select count(*) from pg_locks where locktype = 'advisory' and not granted", 1);
            execute(look, """
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                    """);
            assertThat(taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private static long clinicsCalledRiverbank(Clinic clinic, Service service) throws SQLException {
        try (var connection = clinic.jdbc(service)) {
            return count(connection, "select count(*) from platform.clinic where name = 'Riverbank'");
        }
    }

    private static void await(Connection connection, String count, long expected) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long found = count(connection, count);
        while (found != expected) {
            assertThat(System.nanoTime())
                    .as("%s is %d, not %d", count, found, expected)
                    .isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
            found = count(connection, count);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
