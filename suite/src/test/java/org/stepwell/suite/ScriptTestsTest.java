package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stepwell test} is green only where everything was tested. */
class ScriptTestsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void twoModulesHaveTests() throws IOException {
        Files.createDirectories(folder.resolve("contracts/src/test"));
        Files.createDirectories(folder.resolve("suite/src/test"));
        wrote("contracts");
    }

    @Test
    void theLanesNameEachModuleOnce() throws Exception {
        var lanes = all("^    lane \\w+ ([\\w -]+)(?: &)?$", Script.text()).stream()
                .flatMap(modules -> Stream.of(modules.split(" ")))
                .toList();

        assertThat(lanes)
                .containsExactlyInAnyOrderElementsOf(
                        all("<module>([^<]+)</module>", Files.readString(Path.of("../pom.xml"))));
    }

    @Test
    void aModuleThatWasNotTestedMakesTheRunFail() throws Exception {
        var answer = report(0);

        assertThat(answer.said()).contains("2 passed, 0 failed, 0 skipped", "The check FAILED: no test ran in suite.");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void aRunThatTestedEachModulePasses() throws Exception {
        wrote("suite");

        var answer = report(0);

        assertThat(answer.said()).isEqualTo("4 passed, 0 failed, 0 skipped\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aRunThatFailedEndsWithItsOwnCode() throws Exception {
        assertThat(report(7).code()).isEqualTo(7);
    }

    private void wrote(String module) throws IOException {
        var reports = Files.createDirectories(folder.resolve(module + "/target/surefire-reports"));
        Files.writeString(
                reports.resolve("TEST-Some.xml"),
                "<testsuite name=\"Some\" tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\">\n</testsuite>\n");
    }

    /** What is said at the end of a run whose commands ended with this code. */
    private Script.Answer report(int code) throws IOException, InterruptedException {
        var functions = Script.part("# Adds up what", "# Everything is built");
        var end = Script.part("    report_tests \"$code\"", "}");
        return new Script(folder).sh("%s\nend() {\n%s}\ncode=%d\nend".formatted(functions, end, code));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
