package org.stepwell.suite.journey;

import java.io.PrintStream;

/** Tells the story as it happens, one line at a time. */
final class Telling {

    private final PrintStream out;

    Telling(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the one-argument calls are stories, not formats
    void say(String line, Object... values) {
        out.println("  " + line.formatted(values));
        out.flush();
    }
}
