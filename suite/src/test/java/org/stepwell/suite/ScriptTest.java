package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void aJdkIsAlsoLookedForWhereNobodyHasAHome() throws Exception {
        var found = sh("unset HOME JAVA_HOME; jdk_candidates >/dev/null; echo looked everywhere");

        assertThat(found.said()).isEqualTo("looked everywhere\n");
        assertThat(found.code()).isZero();
    }

    @Test
    void aMachineWithoutAJdkIsToldHowToGetOne() throws Exception {
        var answer = sh("find_jdk() { :; }; need_jdk");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.said()).contains("Stepwell needs a JDK 25 or later").contains("then call ./stepwell again");
    }

    @Test
    void aBuildThatWasKilledIsNotWaitedForWhereAStrangerGotItsNumber() throws Exception {
        var stranger = ProcessHandle.current().pid();
        for (var dead : List.of("%d\n".formatted(stranger), "%d /bin/sh ./stepwell up\n".formatted(stranger))) {
            Files.createDirectories(folder.resolve("building"));
            Files.writeString(folder.resolve("building/pid"), dead);

            var answer = locking("echo \"$$ holds $(cat \"$home/building/pid\")\"");

            assertThat(answer.code()).as(dead).isZero();
            assertThat(answer.said()).matches("(?s)(\\d+) holds \\1 .*");
            assertThat(folder.resolve("building")).doesNotExist();
        }
    }

    @Test
    void aBuildThatWasKilledBeforeItSaidItsNumberIsNotWaitedForLong() throws Exception {
        Files.createDirectories(folder.resolve("building"));

        var answer = locking("echo held");

        assertThat(answer.code()).isZero();
        assertThat(answer.said())
                .contains("waits for another build", "process unknown")
                .endsWith("held\n");
    }

    @Test
    void aBuildThatIsAtWorkIsWaitedFor() throws Exception {
        var order = folder.resolve("order");
        var first = new ProcessBuilder("/bin/sh", "-euc", lockingScript("sleep 7; echo first >>\"$home/order\""))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first").toFile())
                .start();
        while (!Files.exists(folder.resolve("building/pid")) || Files.size(folder.resolve("building/pid")) == 0) {
            assertThat(first.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }

        var second = locking("echo second >>\"$home/order\"");

        assertThat(first.waitFor()).isZero();
        assertThat(second.said())
                .contains("waits for another build in this checkout (process %d)".formatted(first.pid()));
        assertThat(order).hasContent("first\nsecond");
    }

    /** Does something while it holds the lock of builds. */
    private Answer locking(String meanwhile) throws IOException, InterruptedException {
        return run(Path.of("/bin/sh"), "-euc", lockingScript(meanwhile));
    }

    private String lockingScript(String meanwhile) throws IOException {
        return "home='%s'\n%s\nlock_build\n%s\nunlock_build"
                .formatted(folder, part("# One build at a time", "build() {"), meanwhile);
    }

    /** Calls functions of the script, without what it does with its words. */
    private Answer sh(String calls) throws IOException, InterruptedException {
        return run(Path.of("/bin/sh"), "-euc", part("# Candidates one a line", "# A module is stale") + calls);
    }

    private static String part(String from, String to) throws IOException {
        var script = Files.readString(SCRIPT);
        int start = script.indexOf(from);
        return script.substring(start, script.indexOf("\n" + to, start) + 1);
    }

    private Answer run(Path program, String... words) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var command =
                Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList();
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!started.waitFor(1, TimeUnit.MINUTES)) {
            started.destroyForcibly();
            throw new AssertionError("it did not end within a minute: " + Files.readString(said));
        }
        return new Answer(started.exitValue(), Files.readString(said));
    }
}
