package org.stepwell.platform.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.stepwell.platform.time.Pulse;
import org.stepwell.platform.time.WallClock;

/**
 * Links the audit each second on a thread of its own, as a database role that can do nothing else; one replica at a time,
 * which also keeps the anchor, so that anchors never go back. A chain that no longer goes
 * through what was anchored is not anchored again: the anchors would agree with whoever changed it.
 */
@Singleton
class AuditLinker {

    private static final Logger LOG = Logger.getLogger(AuditLinker.class);
    static final long BATON = 0x5745_4C4C_0002L;
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final long TROUBLE_NANOS = 5_000_000_000L;
    private static final int TURNS_BETWEEN_WALKS = 3_600;
    private static final int ROWS_OF_A_STEP = 20_000;
    private static final int LOOK_AT_READERS_EVERY = 300;
    private static final int ANSWER_SECONDS_MAX = 60;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final String service;
    private final Anchors anchors;
    private final WideReaders readers;
    private final WallClock wall;
    private final Thread thread =
            Thread.ofPlatform().name("audit-linker").daemon().unstarted(this::run);
    private final Pulse pulse = new Pulse();
    private volatile boolean open = true;
    private volatile @Nullable AuditAnchor kept;
    private volatile long waitingSinceMillis;
    private volatile boolean broken;
    private boolean remembered;
    private UUID walkedTo = AuditLinks.AFTER_ALL;
    private int restsFor;

    AuditLinker(
            @ConfigProperty(name = "stepwell.database.url") String url,
            @ConfigProperty(name = "stepwell.database.auditor") String user,
            @ConfigProperty(name = "stepwell.database.auditor.password") String password,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Anchors anchors,
            WideReaders readers,
            WallClock wall,
            MeterRegistry metrics) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setTcpKeepAlive(true);
        database.setSocketTimeout(ANSWER_SECONDS_MAX);
        database.setLogServerErrorDetail(false);
        // A plan that was made while the audit was short would be kept: rows were then compared each with each.
        database.setPrepareThreshold(0);
        this.service = service;
        this.anchors = anchors;
        this.readers = readers;
        this.wall = wall;
        Gauge.builder("stepwell.audit.broken", this, linker -> linker.broken ? 1 : 0)
                .register(metrics);
        Gauge.builder("stepwell.audit.anchor.late.seconds", this, AuditLinker::lateSeconds)
                .register(metrics);
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        open = false;
        LockSupport.unpark(thread);
        thread.join(5_000);
        anchors.close();
    }

    /** True while it gets somewhere within this time, if only to whoever links instead. */
    boolean works(Duration silentMax) {
        return pulse.isFelt(thread, silentMax);
    }

    /** True where the chain is not what was anchored. */
    boolean broken() {
        return broken;
    }

    private void run() {
        while (open) {
            try (var connection = database.getConnection()) {
                linkWhileConnected(connection);
            } catch (SQLException | RuntimeException e) {
                late();
                pulse.beat();
                LOG.warnf("the audit is linked later: %s", e.toString());
                LockSupport.parkNanos(this, TROUBLE_NANOS);
            }
        }
    }

    private void linkWhileConnected(Connection connection) throws SQLException {
        for (long turn = 0; open; turn++) {
            link(connection);
            pulse.beat();
            if (turn % LOOK_AT_READERS_EVERY == 0) {
                readers.look(connection, wall.instant());
            }
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    /** One turn: does nothing while another replica is at it. */
    void link(Connection connection) throws SQLException {
        if (!asks(connection, "select pg_try_advisory_lock(%d)")) {
            waitingSinceMillis = 0; // another replica is at it, and says itself when it is late
            return;
        }
        try {
            var links = new AuditLinks(connection, service);
            links.linkRecent(wall.instant());
            pulse.beat();
            walk(links);
            pulse.beat();
            remember();
            @Nullable AuditAnchor before = kept;
            if (before == null || links.goesThrough(before)) {
                broken = false;
                keep(links.head(wall.instant()));
            } else if (!broken) {
                broken = true;
                LOG.errorf(
                        "the audit is not what it was at link %d, and is anchored no more; see audit verify",
                        before.sequence());
            }
        } finally {
            asks(connection, "select pg_advisory_unlock(%d)");
        }
    }

    /** A step a turn through everything, newest first: what waited while nobody linked is found soon, and no step is long. */
    private void walk(AuditLinks links) throws SQLException {
        if (restsFor > 0) {
            restsFor--;
            return;
        }
        var before = links.linkBefore(walkedTo, ROWS_OF_A_STEP, wall.instant());
        walkedTo = before.orElse(AuditLinks.AFTER_ALL);
        restsFor = before.isPresent() ? 0 : TURNS_BETWEEN_WALKS;
    }

    /** What was anchored before this process began is looked for once: a chain may be changed while nobody links it. */
    private void remember() {
        if (kept == null && !remembered) {
            try {
                anchors.newest().ifPresent(newest -> kept = newest);
                remembered = true;
            } catch (IOException | RuntimeException e) {
                late();
                throw new IllegalStateException("the last anchor can not be read", e);
            }
        }
    }

    private void late() {
        if (waitingSinceMillis == 0) {
            waitingSinceMillis = wall.instant().toEpochMilli();
        }
    }

    private void keep(@Nullable AuditAnchor head) {
        @Nullable AuditAnchor before = kept;
        if (head == null || (before != null && before.sequence() == head.sequence())) {
            waitingSinceMillis = 0;
            return;
        }
        try {
            anchors.keep(head);
            kept = head;
            waitingSinceMillis = 0;
        } catch (IOException e) {
            if (waitingSinceMillis == 0) {
                LOG.warnf("the head of the audit is anchored later: %s", e.toString());
            }
            late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also where it hangs, which it can not say itself. */
    private double lateSeconds() {
        long since = waitingSinceMillis;
        double waits = since == 0 ? 0 : (wall.instant().toEpochMilli() - since) / 1000.0;
        return Math.max(waits, pulse.ageSeconds());
    }

    /** The lock belongs to the session, so it is gone with the connection of a replica that died. */
    private static boolean asks(Connection connection, String statement) throws SQLException {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery(statement.formatted(BATON))) {
            return row.next() && row.getBoolean(1);
        }
    }
}
