package org.stepwell.suite.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.stepwell.suite.Trouble;

/** Other events that enrollment tells meanwhile, at a steady rate, until this is closed. */
final class Background implements AutoCloseable {

    private final ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();

    private final ScheduledFuture<?> telling;

    Background(Connection enrollment, MadeUp madeUp, int perSecond) {
        telling = others.scheduleAtFixedRate(
                () -> {
                    try {
                        MadeUp.append(enrollment, MadeUp.STATE, madeUp.id(), 1);
                    } catch (SQLException e) {
                        throw new Trouble("The background stopped: " + e.getMessage());
                    }
                },
                0,
                TimeUnit.SECONDS.toMicros(1) / perSecond,
                TimeUnit.MICROSECONDS);
    }

    /** Ends it; figures that were measured beside less than it promised are worth nothing, so that is a trouble. */
    @Override
    public void close() {
        others.shutdownNow();
        if (telling.state() == Future.State.FAILED) {
            throw telling.exceptionNow() instanceof Trouble trouble
                    ? trouble
                    : new Trouble("The background stopped: " + telling.exceptionNow());
        }
    }
}
