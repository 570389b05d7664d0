package org.stepwell.platform.event;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What this thread says in the log of a package while one listens. */
final class HeardLog extends Handler implements AutoCloseable {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private final Thread speaker = Thread.currentThread();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    private HeardLog(Logger logger) {
        this.logger = logger;
    }

    static HeardLog of(String name) {
        var heard = new HeardLog(Logger.getLogger(name));
        heard.logger.addHandler(heard);
        return heard;
    }

    List<String> lines() {
        return List.copyOf(heard);
    }

    @Override
    public void publish(LogRecord said) {
        if (Thread.currentThread().equals(speaker)) {
            heard.add(MESSAGE.format(said));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
