package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Shows the end of a service's log and follows it until Ctrl-C, also into the next start's. */
final class Logs implements Verb {
    @Override
    public int run(List<String> arguments) throws Exception {
        var settings = Settings.local();
        var folder = settings.home().resolve("logs");
        if (arguments.size() != 1) {
            throw new Trouble("logs needs one name of %s, as in: ./stepwell logs enrollment".formatted(names(folder)));
        }
        var log = settings.log(arguments.getFirst());
        if (!Files.exists(log) || !log.normalize().startsWith(folder)) {
            throw new Trouble(
                    "There is no log of \"%s\"; there are %s.".formatted(arguments.getFirst(), names(folder)));
        }
        return new ProcessBuilder("tail", "-n", "100", "-F", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.replace(".log", ""))
                    .sorted()
                    .toList();
        }
    }
}
