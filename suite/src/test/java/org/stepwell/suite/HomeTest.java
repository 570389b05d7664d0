package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic's folder: whose it is, and what {@code --fresh} takes away. */
class HomeTest {

    private static final List<String> DATA =
            List.of("data/postgres/PG_VERSION", "data/kafka/meta.properties", "audit/therapy", "keycloak/data/h2");
    private static final List<String> KEPT = List.of("keys/riverside.2026-01-01", "secrets.properties", "cache/built");

    private final Progress nobodyReads =
            new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    private final Ports ports = Ports.free();

    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void aClinicWasHere() throws IOException {
        settings = new Settings(folder, folder, folder.resolve("cache"), ports, Settings.Purpose.LIVE, null);
        for (var file : DATA) {
            write(file);
        }
        for (var file : KEPT) {
            write(file);
        }
    }

    @Test
    void whatWasThereIsThereAgain() throws IOException {
        Home.open(settings, false, nobodyReads).close();

        assertThat(DATA).allSatisfy(this::isThere);
    }

    @Test
    void freshTakesTheDataAndLeavesKeysPasswordsAndWhatTookLongToMake() throws IOException {
        Home.open(settings, true, nobodyReads).close();

        assertThat(DATA).noneSatisfy(this::isThere);
        assertThat(KEPT).allSatisfy(this::isThere);
    }

    @Test
    void nothingIsTakenWhileAnotherHasTheFolder() throws IOException {
        try (var _ = Home.open(settings, false, nobodyReads)) {
            assertThatThrownBy(() -> Home.open(settings, true, nobodyReads))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Stepwell already runs in " + folder);
        }
        assertThat(DATA).allSatisfy(this::isThere);
    }

    @Test
    void nothingIsTakenWhileAPortIsAnotherPrograms() throws IOException {
        try (var stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(Door.KAFKA)));

            assertThatThrownBy(() -> Home.open(settings, true, nobodyReads))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("set STEPWELL_KAFKA_PORT to another port");
        }
        assertThat(DATA).allSatisfy(this::isThere);
    }

    private void write(String file) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "here");
    }

    private void isThere(String file) {
        assertThat(folder.resolve(file)).exists();
    }
}
