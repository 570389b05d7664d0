package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stepwell} as a shell reads it, as far as it goes before the launcher. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("../stepwell").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Answer(int code, String said) {}

    @Test
    void itListsEveryVerbThatItKnows() throws Exception {
        var script = Files.readString(SCRIPT);
        var verbs = Pattern.compile("^([a-z |]+)\\)$", Pattern.MULTILINE)
                .matcher(script.substring(script.indexOf("case $verb in")))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" \\| ")))
                .toList();

        var usage = run(SCRIPT, "help");

        assertThat(usage.code()).isZero();
        assertThat(verbs).contains("up", "test", "journey", "audit");
        assertThat(verbs).allSatisfy(verb -> assertThat(usage.said()).contains("\n  " + verb));
    }

    @Test
    void aWordItDoesNotKnowIsSaidAndEndsWithTwo() throws Exception {
        var answer = run(SCRIPT, "jump");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.said()).contains("Stepwell has no verb \"jump\".", "Usage: ./stepwell VERB");
    }

    @Test
    void itWorksThroughALinkFromElsewhere() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("elsewhere"), SCRIPT);

        assertThat(run(link, "help").said()).contains("Usage: ./stepwell VERB");
    }

    @Test
    void aJdkThatIsTooOldIsPassedBy() throws Exception {
        var old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Files.writeString(old.resolve("bin/javac"), "#!/bin/sh\n");
        old.resolve("bin/javac").toFile().setExecutable(true);

        var found = sh("JAVA_HOME='%s'; find_jdk".formatted(old));

        assertThat(found.said().strip()).isNotEqualTo(old.toString());
        assertThat(Path.of(found.said().strip(), "bin/javac")).isExecutable();
    }

    @Test
    void aMachineWithoutAJdkIsToldHowToGetOne() throws Exception {
        var answer = sh("find_jdk() { :; }; need_jdk");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.said()).contains("Stepwell needs a JDK 25 or later").contains("then call ./stepwell again");
    }

    @Test
    void aBuildThatDiedIsNotWaitedFor() throws Exception {
        var lock = Files.createDirectory(folder.resolve("building"));
        var running = new ProcessBuilder("/bin/sh", "-c", "sleep 60; : stepwell").start();
        var somebodyElse = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(isDead(Long.toString(running.pid()))).as("builds").isFalse();
            assertThat(isDead(Long.toString(somebodyElse.pid())))
                    .as("another process of that number")
                    .isTrue();
            running.destroyForcibly().waitFor();
            assertThat(isDead(Long.toString(running.pid()))).as("gone").isTrue();
            assertThat(isDead("")).as("begins just now").isFalse();
            assertThat(lock.toFile().setLastModified(System.currentTimeMillis() - 180_000))
                    .isTrue();
            assertThat(isDead("")).as("died before it said who it is").isTrue();
        } finally {
            running.destroyForcibly();
            somebodyElse.destroyForcibly();
        }
    }

    private boolean isDead(String builder) throws IOException, InterruptedException {
        var functions = between("# Whether nobody builds here", "# One build at a time");
        var answer = run(
                Path.of("/bin/sh"), "-uc", "home='%s'\n%s\nbuild_is_dead '%s'".formatted(folder, functions, builder));
        return answer.code() == 0;
    }

    /** Calls functions of the script, without what it does with its words. */
    private Answer sh(String calls) throws IOException, InterruptedException {
        return run(Path.of("/bin/sh"), "-euc", between("# Candidates one a line", "# A module is stale") + calls);
    }

    private static String between(String first, String after) throws IOException {
        var script = Files.readString(SCRIPT);
        return script.substring(script.indexOf(first), script.indexOf(after));
    }

    private Answer run(Path program, String... words) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var command =
                Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList();
        var started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        int code = started.start().waitFor();
        return new Answer(code, Files.readString(said));
    }
}
