package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./stepwell}, as a whole and in parts. */
final class Script {

    static final Path PATH = Path.of("../stepwell").toAbsolutePath().normalize();

    private final Path folder;

    /** What it ended with, and what it said. */
    record Answer(int code, String said) {}

    /** Runs in a folder, where it also leaves what was said. */
    Script(Path folder) {
        this.folder = folder;
    }

    static String text() throws IOException {
        return Files.readString(PATH);
    }

    /** The lines from one that begins like this up to another. */
    static String part(String from, String to) throws IOException {
        var script = text();
        int start = script.indexOf(from);
        return script.substring(start, script.indexOf("\n" + to, start) + 1);
    }

    /** A folder for a PATH that has these programs and no others. */
    Path only(String... programs) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var program : programs) {
            var found = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(place -> Path.of(place, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(program), found);
        }
        return tools;
    }

    /** Some lines of shell, as strict as the script is. */
    Answer sh(String lines) throws IOException, InterruptedException {
        return run(Path.of("/bin/sh"), Map.of(), "-euc", lines);
    }

    Answer run(Path program, Map<String, String> settings, String... words) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var command =
                Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(settings);
        var started = builder.start();
        if (!started.waitFor(1, TimeUnit.MINUTES)) {
            started.destroyForcibly();
            throw new AssertionError("it did not end within a minute: " + Files.readString(said));
        }
        return new Answer(started.exitValue(), Files.readString(said));
    }
}
