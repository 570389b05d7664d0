package org.stepwell.suite.monitoring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus' own checker: of this machine, or as Debian has it, unpacked into {@code target} and not installed. Where there is
 * neither, {@code ./stepwell doctor} says how to get it.
 */
final class Promtool {

    /** Rules are the same language since long; what Debian's releases have from here on reads ours. */
    static final String DEBIAN = "prometheus";

    private static final Path TOOLS = Path.of("target/tools/promtool");
    private static final long FETCH_SECONDS_MAX = 300;

    record Answer(int code, String said) {}

    private final Path program;

    private Promtool(Path program) {
        this.program = program;
    }

    static Optional<Promtool> find() throws IOException, InterruptedException {
        var own = TOOLS.toAbsolutePath().resolve("usr/bin/promtool");
        var found = onThePath("promtool");
        if (found.isEmpty() && !Files.isExecutable(own)) {
            fetch();
        }
        return found.or(() -> Optional.of(own).filter(Files::isExecutable)).map(Promtool::new);
    }

    private static void fetch() throws IOException, InterruptedException {
        if (onThePath("apt-get").isEmpty() || onThePath("dpkg-deb").isEmpty()) {
            return;
        }
        Files.createDirectories(TOOLS);
        if (run(TOOLS, List.of("apt-get", "download", DEBIAN)).code() != 0) {
            return;
        }
        for (var archive : Monitoring.files(TOOLS, ".deb")) {
            run(TOOLS, List.of("dpkg-deb", "-x", archive.getFileName().toString(), "."));
        }
    }

    /** Calls it in a folder; answers what it said on both ways. */
    Answer run(Path folder, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(Arrays.asList(words));
        return run(folder, command);
    }

    private static Answer run(Path folder, List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile("promtool", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(FETCH_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(1, "it took too long");
            }
            return new Answer(process.exitValue(), Files.readString(said));
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static Optional<Path> onThePath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
