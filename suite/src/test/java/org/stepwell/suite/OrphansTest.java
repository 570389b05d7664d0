package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphansTest {
    private static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,      true
            900,    true
            -2400,  true
            2600,   false
            -60000, false
            """)
    void aProcessIsTheOneWrittenDownIfItStartedThenGiveOrTakeTheClock(long laterMillis, boolean same) {
        var child = new Orphans.Child("therapy", 42, STARTED.toEpochMilli());

        assertThat(child.is(Optional.of(STARTED.plusMillis(laterMillis)))).isEqualTo(same);
    }

    @Test
    void aProcessWhoseStartNobodyKnowsIsLeftAlone() {
        assertThat(new Orphans.Child("therapy", 42, STARTED.toEpochMilli()).is(Optional.empty()))
                .isFalse();
    }

    @Test
    void whatAKilledLauncherLeftBehindIsEnded() throws IOException, InterruptedException {
        var sleeper = new ProcessBuilder("sleep", "300").start();
        new Orphans(folder).register("therapy", sleeper.toHandle());

        assertThat(new Orphans(folder).living("therapy")).isPresent();
        assertThat(new Orphans(folder).endAll(folder.resolve("postgres"))).containsExactly("therapy");

        assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new Orphans(folder).endAll(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void whatWasStartedAndNotWrittenDownYetIsEndedTooAndOnlyOfThisClinic() throws IOException, InterruptedException {
        var orphans = new Orphans(folder);
        var begun = sleeping(orphans.mark());
        var neighbour = sleeping(orphans.mark() + "-of-another");
        try {
            assertThat(orphans.endAll(folder.resolve("postgres"))).containsExactly("a process that had just begun");

            assertThat(begun.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(neighbour.isAlive()).isTrue();
        } finally {
            neighbour.destroyForcibly();
        }
    }

    @Test
    void aMarkChangesNoCommand() throws IOException, InterruptedException {
        var mark = new Orphans(folder).mark();

        for (var command : List.of(
                List.of("sh", "-c", "exit 7"),
                List.of("nice", "-n", "15", JavaProgram.path(), "-XX:TieredStopAtLevel=1", "-version"),
                List.of(JavaProgram.path(), "-version"))) {
            var marked = ChildProcess.marked(command, mark);

            int code =
                    new ProcessBuilder(marked).redirectErrorStream(true).start().waitFor();

            assertThat(marked).contains(mark);
            assertThat(code).as("%s", marked).isEqualTo(command.contains("exit 7") ? 7 : 0);
        }
    }

    private static Process sleeping(String mark) throws IOException {
        return new ProcessBuilder("sh", "-c", "sleep 300; exit", mark).start();
    }

    @Test
    void aStrangerThatGotTheNumberOfAnOldChildLivesOn() throws IOException {
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    folder.resolve("children"), "therapy %d %d%n".formatted(stranger.pid(), STARTED.toEpochMilli()));

            assertThat(new Orphans(folder).endAll(folder.resolve("postgres"))).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
