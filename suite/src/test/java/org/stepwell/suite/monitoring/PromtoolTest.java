package org.stepwell.suite.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prometheus reads our rules, and each alert fires when it should and not when it should not. */
class PromtoolTest {

    @TempDir
    Path folder;

    private Promtool promtool;

    @BeforeEach
    void promtoolIsThere() throws Exception {
        var found = Promtool.find();
        assumeTrue(found.isPresent(), "promtool is not on this machine; ./stepwell doctor says how to get it");
        promtool = found.orElseThrow();
        for (var manifest : Monitoring.files(Monitoring.FOLDER.resolve("rules"), ".yaml")) {
            Monitoring.write(Monitoring.groups(manifest), folder.resolve(manifest.getFileName()));
        }
    }

    private static List<String> names(String kind) throws IOException {
        return Monitoring.files(Monitoring.FOLDER.resolve(kind), ".yaml").stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    static List<String> rules() throws IOException {
        return names("rules");
    }

    static List<String> tests() throws IOException {
        return names("tests");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itReadsTheRules(String name) throws Exception {
        var checked = promtool.run(folder, "check", "rules", name);
        assertThat(checked.code()).as(checked.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void theirTestsHold(String name) throws Exception {
        var tested = tests(name);
        assertThat(tested.code()).as(tested.said()).isZero();
        assertThat(tested.said()).contains("SUCCESS");
    }

    @Test
    void aRuleThatNeverFiresTurnsItsTestsRed() throws Exception {
        change("care.yaml", "stepwell_sessions_overbooked) > 0", "stepwell_sessions_overbooked) > 9");

        var tested = tests("care.yaml");

        assertThat(tested.code()).isNotZero();
        assertThat(tested.said()).contains("FAILED", "Overbooked");
    }

    @Test
    void aRuleThatAlwaysFiresTurnsItsTestsRed() throws Exception {
        change("care.yaml", "stepwell_sessions_overbooked) > 0", "stepwell_sessions_overbooked) >= 0");

        var tested = tests("care.yaml");

        assertThat(tested.code()).isNotZero();
        assertThat(tested.said()).contains("FAILED", "Overbooked");
    }

    @Test
    void aRuleThatPrometheusCanNotReadIsRefused() throws Exception {
        change(
                "care.yaml",
                "max by (namespace, job) (stepwell_sessions_overbooked)",
                "max by job (stepwell_sessions_overbooked)");

        assertThat(promtool.run(folder, "check", "rules", "care.yaml").code()).isNotZero();
    }

    private Promtool.Answer tests(String name) throws Exception {
        var test = folder.resolve("test-of-" + name);
        Files.copy(Monitoring.FOLDER.resolve("tests").resolve(name), test);
        return promtool.run(folder, "test", "rules", test.getFileName().toString());
    }

    private void change(String name, String right, String wrong) throws IOException {
        var file = folder.resolve(name);
        var before = Files.readString(file);
        assertThat(before).contains(right);
        Files.writeString(file, before.replace(right, wrong));
    }
}
