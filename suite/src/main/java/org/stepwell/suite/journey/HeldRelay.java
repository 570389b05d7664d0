package org.stepwell.suite.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * Takes the baton of a service's relay, as another carrier would: what the service commits meanwhile waits in its outbox.
 * This is the moment between commit and relay, held open.
 */
final class HeldRelay implements AutoCloseable {

    /** The same number as in platform's relay. */
    private static final long BATON = 0x5745_4C4C_0001L;

    /** Each service has a database of its own, and the number is the same in all of them. */
    private static final String BATON_LOCKS = """
            locktype = 'advisory' and classid = %d and objid = %d
            and database = (select oid from pg_database where datname = current_database())
            """.formatted(BATON >>> 32, BATON & 0xFFFF_FFFFL);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private final Connection baton;
    private final Connection look;

    private HeldRelay(Connection baton, Connection look) {
        this.baton = baton;
        this.look = look;
    }

    /** Queues for the relay's lock, then ends the relay's session: the next in the queue has it. */
    static HeldRelay of(Clinic clinic, Service service) throws SQLException, InterruptedException {
        var waiting = "select count(*) from pg_locks where not granted and " + BATON_LOCKS;
        var held = new HeldRelay(clinic.jdbc(service), clinic.jdbc(service));
        try (var queue = Executors.newSingleThreadExecutor()) {
            held.awaitCount("select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'", 0);
            var taken = queue.submit(() -> {
                held.execute(held.baton, "select pg_advisory_lock(" + BATON + ")");
                return true;
            });
            while (!taken.isDone() && held.count(waiting) == 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (!taken.isDone()) {
                held.execute(
                        held.look, "select pg_terminate_backend(pid) from pg_locks where granted and " + BATON_LOCKS);
            }
            taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble("The relay of %s was not stopped: %s".formatted(service.title(), e));
        }
        return held;
    }

    /** Events that are committed and not carried. */
    long waiting() throws SQLException {
        return count("select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'");
    }

    private void awaitCount(String query, long expected) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (count(query) != expected) {
            if (System.nanoTime() > until) {
                throw new Trouble("Waited in vain for %d: %s".formatted(expected, query));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private long count(String query) throws SQLException {
        try (var statement = look.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** Lets the relay go on. */
    @Override
    public void close() throws SQLException {
        baton.close();
        look.close();
    }
}
