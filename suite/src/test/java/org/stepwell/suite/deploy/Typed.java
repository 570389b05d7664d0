package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What happens when somebody types a block of commands: bash reads it as it stands, and kubectl and grep write down how they were called.
 * kubectl then goes on to a cluster that is not there, so that it says itself what it does not know; what is read out of an object that
 * we describe it reads there.
 *
 * @param calls each call of kubectl, curl or grep, program first
 * @param said what was said on the way, errors too
 */
record Typed(List<List<String>> calls, String said) {

    private static final String KUBECTL = """
            PATH="$REAL" KUBECONFIG="${0%/*}/cluster" kubectl "$@" < /dev/null
            reads=' get ([a-z]+) ([a-z-]+) -o (jsonpath=.*)$'
            if [[ "$*" =~ $reads && -f "${0%/*}/${BASH_REMATCH[1]}-${BASH_REMATCH[2]}" ]]; then
              object="${0%/*}/${BASH_REMATCH[1]}-${BASH_REMATCH[2]}"
              PATH="$REAL" kubectl annotate --local -f "$object" asked=here -o "${BASH_REMATCH[3]}"
            fi
            """;
    private static final String CLUSTER = """
            apiVersion: v1
            kind: Config
            current-context: nowhere
            clusters: [{name: nowhere, cluster: {server: "http://127.0.0.1:9"}}]
            contexts: [{name: nowhere, context: {cluster: nowhere}}]
            """;
    private static final long SECONDS_MAX = 60;

    static Typed type(String script, Path folder, List<ObjectNode> described) throws IOException, InterruptedException {
        var calls = Files.createTempDirectory(folder, "calls");
        var programs = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(programs.resolve("cluster"), CLUSTER);
        for (var object : described) {
            var kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
            Files.writeString(programs.resolve(kind + "-" + Rendered.name(object)), object.toString());
        }
        stub(programs.resolve("kubectl"), KUBECTL);
        stub(programs.resolve("curl"), "exit 0");
        stub(programs.resolve("grep"), "cat > /dev/null");
        var real = System.getenv("PATH");
        var bash = new ProcessBuilder("bash", "-u", "-c", script);
        bash.environment().put("PATH", programs.toAbsolutePath() + ":" + real);
        bash.environment().put("REAL", real);
        bash.environment().put("CALLS", calls.toAbsolutePath().toString());
        var said = folder.resolve("said");
        var process = bash.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it waits for something; nobody types that at night: " + script);
        }
        try (var files = Files.list(calls)) {
            return new Typed(files.map(Typed::call).toList(), Files.readString(said));
        }
    }

    private static List<String> call(Path file) {
        try {
            var words = List.of(Files.readString(file).split("\u001f", -1));
            return words.subList(0, words.size() - 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A program that writes down how it was called, each time into a file of its own, before it does what is said. */
    private static void stub(Path file, String then) throws IOException {
        Files.writeString(file, """
                #!/bin/bash
                printf '%%s\\x1f' %1$s "$@" > "$CALLS/$$"
                %2$s
                """.formatted(file.getFileName(), then));
        file.toFile().setExecutable(true);
    }

    List<List<String>> of(String program) {
        return calls.stream().filter(call -> call.getFirst().equals(program)).toList();
    }
}
