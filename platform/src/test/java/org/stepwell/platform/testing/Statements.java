package org.stepwell.platform.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Counts the statements that requests send to the database, as the driver's own log tells them. */
public final class Statements extends Handler {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final AtomicInteger executed = new AtomicInteger();

    private Statements() {}

    /** How many a request needs; the relay, the sweeper and the listeners have threads of their own. */
    public static int during(Runnable request) {
        var counter = new Statements();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        try {
            request.run();
        } finally {
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(true);
            DRIVER.setLevel(Level.INFO);
        }
        return counter.executed.get();
    }

    /**
     * The least of three times: an account and the time zone of a clinic are each remembered for some seconds, and looked up besides; one
     * may be forgotten before the first time, and the other before the second.
     */
    public static int ofReading(Runnable request) {
        return IntStream.range(0, 3).map(_ -> during(request)).min().orElseThrow();
    }

    @Override
    public void publish(LogRecord line) {
        if (Thread.currentThread().getName().startsWith("executor-thread")
                && String.valueOf(line.getMessage()).contains("FE=> Execute")) {
            executed.incrementAndGet();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
