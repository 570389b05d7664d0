package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code up} as its user sees it: killed, started again, ended. */
class UpTest {

    private static final Duration END_MAX = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;

    private final Ports ports = Ports.free();
    private Path home;
    private Path said;
    private Optional<Process> launcher = Optional.empty();

    @BeforeEach
    void aHomeOfItsOwn() throws IOException {
        // What takes long to unpack is where it always is.
        var usual = Settings.local();
        usual.makeFolders();
        home = Files.createTempDirectory("stepwell-up");
        said = home.resolve("said");
        Files.createSymbolicLink(home.resolve("cache"), usual.cache());
    }

    @AfterEach
    void nothingStays() throws IOException, InterruptedException {
        if (launcher.isPresent()) {
            launcher.get().destroyForcibly().waitFor();
        }
        new Orphans(home.resolve("run")).endAll(home.resolve("data/postgres"));
        Files.delete(home.resolve("cache"));
        Folders.delete(home);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whatAKilledLauncherLeftIsEndedByTheNextAndASignalEndsEverything() throws Exception {
        var killed = up();
        await("PostgreSQL 18", killed);
        await("Kafka", killed);
        while (children().isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
        }
        killed.destroyForcibly().waitFor();
        var orphans = children();
        assertThat(orphans).isNotEmpty();

        var next = up();
        await("Stepwell is up", next);

        assertThat(Files.readString(said)).contains("ended what an earlier run left behind:");
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);

        var running = children();
        assertThat(running).hasSizeGreaterThanOrEqualTo(5).allMatch(ProcessHandle::isAlive);
        next.destroy();

        assertThat(next.waitFor(END_MAX)).as("it ends in time").isTrue();
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(said)).contains("Stepwell has ended after").doesNotContain("did not listen");
    }

    private Process up() throws IOException {
        Files.deleteIfExists(said);
        var builder = new ProcessBuilder(
                        JavaProgram.path(),
                        "-Xmx384m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stepwell.class.getName(),
                        "up")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        var environment = builder.environment();
        environment.put("STEPWELL_HOME", home.toString());
        environment.put("STEPWELL_RECORDING", "off");
        for (var door : Door.values()) {
            environment.put(door.setting(), Integer.toString(ports.of(door)));
        }
        var started = builder.start();
        launcher = Optional.of(started);
        return started;
    }

    private void await(String sentence, Process running) throws IOException, InterruptedException {
        while (!Files.readString(said).contains(sentence)) {
            assertThat(running.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Every process that it wrote down. */
    private List<ProcessHandle> children() throws IOException {
        var children = new ArrayList<ProcessHandle>();
        for (var line : Files.readAllLines(home.resolve("run/children"))) {
            Orphans.Child.parse(line).flatMap(Orphans.Child::process).ifPresent(children::add);
        }
        return children;
    }
}
