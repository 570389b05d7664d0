package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What stands in the Dockerfile is what is started here, and is not less than we promise. */
class ImageStartTest {

    private static final Path SOURCE = Path.of("").toAbsolutePath().resolveSibling("");

    @Test
    void aServiceIsStartedHereAsItsImageStartsIt() throws IOException {
        var start = ImageStart.of(SOURCE);

        var command = start.command(Path.of("/home/app"), Path.of("/home/app/start.aot"));

        assertThat(command.getFirst()).isEqualTo(JavaProgram.path());
        assertThat(command.get(1)).isEqualTo("-XX:MaxRAM=%dm".formatted(start.memoryMebibytes()));
        assertThat(command.subList(2, command.size()))
                .hasSameSizeAs(start.entrypoint().subList(1, start.entrypoint().size()))
                .contains("-XX:AOTCache=/home/app/start.aot", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .endsWith("-jar", "/home/app/quarkus-run.jar");
    }

    @Test
    void anImageIsBuiltOnOneBaseRunsAsNobodyAndKnowsWhichBuildItIs() throws IOException {
        assertThat(Files.readString(SOURCE.resolve("deploy/Dockerfile")))
                .containsPattern("(?m)^ARG BASE=\\S+@sha256:[0-9a-f]{64}$")
                .containsPattern("(?m)^FROM \\$\\{BASE}$")
                .containsPattern("(?m)^USER 10001:10001$")
                .contains("test -n \"${BUILD}\" &&")
                .containsPattern("(?m)^ENV STEPWELL_BUILD=\\$\\{BUILD}$")
                .doesNotContain("--chown");
    }
}
