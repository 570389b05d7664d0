package org.stepwell.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what was done and how long it took, one line each. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does one step and tells when it is done. */
    void step(String what, Together.Step step) throws Exception {
        var start = System.nanoTime();
        step.run();
        say("  %-14s ready after %s".formatted(what, since(start)));
    }

    /** Says one line. */
    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /** How long ago something began, for people. */
    static String since(long startNanos) {
        var millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
