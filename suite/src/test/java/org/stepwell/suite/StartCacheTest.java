package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.suite.Settings.Purpose;

class StartCacheTest {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void aJar() throws IOException {
        jar = Files.writeString(folder.resolve("a.jar"), "classes");
    }

    @Test
    void anotherBuildOfTheSameJarNeedsAnotherRecording() throws IOException {
        var before = StartCache.of(folder, "therapy", List.of(jar));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-03-02T09:00:00Z")));

        assertThat(StartCache.of(folder, "therapy", List.of(jar))).isNotEqualTo(before);
    }

    @Test
    void nothingIsUsedBeforeItIsRecorded() throws IOException {
        var cache = StartCache.of(folder, "therapy", List.of(jar));

        assertThat(cache.flags(Purpose.LIVE)).isEmpty();
        assertThat(cache.accept()).isFalse();
    }

    @Test
    void aFinishedRecordingTakesThePlaceOfOlderOnesOfTheSameProgram() throws IOException {
        var older = Files.createFile(
                Files.createDirectories(folder.resolve("aot")).resolve("therapy-0123456789abcdef.aot"));
        var other = Files.createFile(folder.resolve("aot/keycloak-0123456789abcdef.aot"));
        var cache = StartCache.of(folder, "therapy", List.of(jar));
        Files.writeString(cache.file().resolveSibling(cache.file().getFileName() + ".next"), "recorded");

        assertThat(cache.accept()).isTrue();

        assertThat(cache.flags(Purpose.LIVE)).contains("-XX:AOTCache=" + cache.file());
        assertThat(older).doesNotExist();
        assertThat(other).exists();
    }
}
