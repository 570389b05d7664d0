package org.stepwell.suite.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the sources of the services, for whoever asks whether there is such a table or such a line of a log. */
final class Written {

    private static final List<String> MODULES =
            List.of("platform", "enrollment-service", "scheduling-service", "therapy-service", "aftercare-service");

    private Written() {}

    private static final class Once {
        private static final List<String> LOGGERS = MODULES.stream()
                .flatMap(module -> texts(Path.of("..", module, "src/main/java"), ".java"))
                .filter(text -> text.contains("LOG"))
                .toList();
    }

    /** The classes that write into a log. */
    static List<String> loggers() {
        return Once.LOGGERS;
    }

    /** All that makes the tables of a service's database. */
    static String migrations(String service) {
        return Stream.of("platform", service + "-service")
                .flatMap(module -> texts(Path.of("..", module, "src/main/resources/db"), ".sql"))
                .collect(Collectors.joining());
    }

    private static Stream<String> texts(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).map(Written::text).toList().stream();
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
