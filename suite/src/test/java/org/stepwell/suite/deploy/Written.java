package org.stepwell.suite.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the sources of the services, for whoever asks whether there is such a line of a log. */
final class Written {

    private static final List<String> MODULES =
            List.of("platform", "enrollment-service", "scheduling-service", "therapy-service", "aftercare-service");

    private Written() {}

    private static final class Once {
        private static final List<String> LOGGERS = MODULES.stream()
                .flatMap(module -> texts(Path.of("..", module, "src/main/java")))
                .filter(text -> text.contains("LOG"))
                .toList();
    }

    /** The classes that write into a log. */
    static List<String> loggers() {
        return Once.LOGGERS;
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Written::text).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
