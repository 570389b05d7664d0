package org.stepwell.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.time.Pulse;

/**
 * Carries the outbox to the broker on a thread of its own: one carrier across all replicas, batch by batch, a row
 * deleted only when the broker has it. A broker that is away only makes the outbox grow.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long BATON = 0x5745_4C4C_0001L;
    private static final long IDLE_NANOS_MAX = 50_000_000L;
    private static final long TROUBLE_NANOS = 500_000_000L;
    private static final long KEEP_EVERY_NANOS = 1_000_000_000L;

    private final DataSource dataSource;
    private final OutboxBatch batch;
    private final Recollection recollection;
    private final Thread thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    private final Pulse pulse = new Pulse();
    private volatile boolean open = true;
    private volatile boolean carrier;
    private final Counter carried;
    private long keptNanos = System.nanoTime();

    Relay(DataSource dataSource, OutboxBatch batch, Recollection recollection, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.batch = batch;
        this.recollection = recollection;
        carried = Counter.builder("stepwell.relay.events").register(metrics);
        Gauge.builder("stepwell.relay.carrier", this, relay -> relay.carrier ? 1 : 0)
                .description("1 where this replica carries the outbox: one of all does")
                .register(metrics);
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        open = false;
        wake();
        thread.join(5_000);
        batch.close();
    }

    /** Says that there is something to carry. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** True while it gets somewhere within this time, if only to whoever carries instead. */
    boolean works(Duration silentMax) {
        return pulse.isFelt(thread, silentMax);
    }

    private void run() {
        while (open) {
            try (var connection = dataSource.getConnection()) {
                carryWhileHolding(connection);
            } catch (Exception e) {
                LOG.warnf("the relay waits: %s", reason(e));
                pulse.beat();
                LockSupport.parkNanos(this, TROUBLE_NANOS);
            }
        }
    }

    private void carryWhileHolding(Connection connection) throws SQLException, InterruptedException {
        while (open) {
            pulse.beat();
            if (!holdsBaton(connection)) {
                LockSupport.parkNanos(this, TROUBLE_NANOS);
                continue;
            }
            try {
                carrier = true;
                recollection.catchUp(connection, pulse::beat);
                drain(connection);
            } finally {
                carrier = false;
                drop(connection);
            }
        }
    }

    private void drain(Connection connection) throws SQLException, InterruptedException {
        while (open) {
            int rows = batch.carry(connection);
            pulse.beat();
            carried.increment(rows);
            keepHowFar(connection);
            if (rows == 0) {
                LockSupport.parkNanos(this, IDLE_NANOS_MAX);
            }
        }
    }

    /** Each second is often enough: whoever takes the baton reads what came after it. */
    private void keepHowFar(Connection connection) throws SQLException {
        if (System.nanoTime() - keptNanos >= KEEP_EVERY_NANOS) {
            keptNanos = System.nanoTime();
            var known = batch.takeKnown();
            if (!known.isEmpty()) {
                CarriedTable.keep(connection, known);
            }
        }
    }

    /** The lock belongs to the session, so it is gone with the connection of a carrier that died. */
    private static boolean holdsBaton(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + BATON + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void drop(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + BATON + ")");
        } catch (SQLException e) {
            LOG.debug("the baton went with its connection", e);
        }
    }

    private static String reason(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : cause.toString();
    }
}
