package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;

/** Where the launcher's own libraries write: a file, so that the terminal shows only what a person needs. */
final class LogFile {
    private static final int BYTES_MAX = 10_000_000;

    private LogFile() {}

    /** Until there is a file, and where a verb needs none: only what went wrong in a library is for the terminal. */
    static void keepTerminalQuiet() {
        var root = LogManager.getLogManager().getLogger("");
        Arrays.stream(root.getHandlers()).forEach(handler -> handler.setLevel(Level.WARNING));
    }

    static void take(Path file) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        var handler = new FileHandler(file.toString(), BYTES_MAX, 1, true);
        handler.setFormatter(new SimpleFormatter());
        var root = LogManager.getLogManager().getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.setLevel(Level.INFO);
        root.addHandler(handler);
    }
}
