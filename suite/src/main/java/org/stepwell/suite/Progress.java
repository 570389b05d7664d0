package org.stepwell.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells the person who waits what was done and how long it took, one line each. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does one step and tells when it is done. */
    <T> T step(String what, Callable<T> work) throws Exception {
        var start = System.nanoTime();
        var result = work.call();
        say("  %-22s ready after %5.1f s", what, seconds(start));
        return result;
    }

    void say(String format, Object... values) {
        synchronized (out) {
            out.println(String.format(Locale.ROOT, format, values));
            out.flush();
        }
    }

    static double seconds(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
    }
}
