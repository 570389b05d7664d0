package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stepwell} as a shell reads it, as far as it goes before the launcher. */
class ScriptTest {

    @TempDir
    Path folder;

    @Test
    void itListsEveryVerbThatItKnows() throws Exception {
        var script = Script.text();
        var verbs = Pattern.compile("^([a-z |]+)\\)$", Pattern.MULTILINE)
                .matcher(script.substring(script.indexOf("case $verb in")))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" \\| ")))
                .toList();

        var usage = run(Script.PATH, "help");

        assertThat(usage.code()).isZero();
        assertThat(verbs).contains("up", "test", "journey", "audit");
        assertThat(verbs).allSatisfy(verb -> assertThat(usage.said()).contains("\n  " + verb));
    }

    @Test
    void aWordItDoesNotKnowIsSaidAndEndsWithTwo() throws Exception {
        var answer = run(Script.PATH, "jump");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.said()).contains("Stepwell has no verb \"jump\".", "Usage: ./stepwell VERB");
    }

    @Test
    void itWorksThroughALinkFromElsewhere() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("elsewhere"), Script.PATH);

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
    void doctorSaysWhatIsPlainToSeeBeforeItBuildsAnything() throws Exception {
        var script = Files.copy(Script.PATH, folder.resolve("stepwell"));
        program("mvnw", "exit 1");
        program("curl", "exit 6");
        var settings = Map.of(
                "STEPWELL_HOME", folder.resolve("home").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "PATH", folder + ":" + System.getenv("PATH"));

        var answer = new Script(folder).run(script, settings, "doctor");

        assertThat(answer.said())
                .containsSubsequence(
                        "JDK 25 or later  ok       " + System.getProperty("java.home"),
                        "GiB free in " + folder.resolve("home") + ", 6 needed",
                        "GiB, 6 needed",
                        "curl             ok",
                        "Maven Central    absent",
                        "Builds the launcher, which looks at the rest.",
                        "The build failed");
        assertThat(answer.code()).isEqualTo(1);
    }

    private void program(String name, String line) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Calls functions of the script, without what it does with its words. */
    private Script.Answer sh(String calls) throws IOException, InterruptedException {
        return new Script(folder).sh(Script.part("# Candidates one a line", "# A module is stale") + calls);
    }

    private Script.Answer run(Path program, String... words) throws IOException, InterruptedException {
        return new Script(folder).run(program, Map.of(), words);
    }
}
