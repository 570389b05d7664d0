package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code JourneyTest} plays the tour and types commands where there is what they ask for; where there is not, this says so. */
class TourToolsTest {

    @Test
    void theTourIsPlayedWithCurlAndJq() throws Exception {
        assumeTrue(Tour.mayBePlayed(), "the README's tour is not played: curl, jq or bash is missing");

        assertThat(Files.readString(Path.of("../README.md"))).contains("one that has `curl` and `jq`");
    }

    @Test
    void whoKeepsItRunningIsMadeWithCurlAndOpenssl() throws Exception {
        assumeTrue(
                KeycloakCommands.mayBeTyped(),
                "commands of docs/operations.md are not typed: curl, openssl or bash is missing");

        assertThat(Files.readString(Path.of("../docs/operations.md"))).contains("curl -sS", "openssl rand");
    }
}
