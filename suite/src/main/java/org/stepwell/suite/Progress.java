package org.stepwell.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what was done and how long it took, one line each. */
public final class Progress {
    private final PrintStream out;

    /** Tells it there. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Something that takes a while. */
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does one step and tells when it is done. */
    public void step(String what, Step step) throws Exception {
        var start = System.nanoTime();
        step.run();
        say("  %-14s ready after %s".formatted(what, since(start)));
    }

    /** Says one line. */
    public void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /** How long ago something began, for people. */
    public static String since(long startNanos) {
        var millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
