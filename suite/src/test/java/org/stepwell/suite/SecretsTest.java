package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFileThatIsNotThereYet() {
        file = folder.resolve("secrets.properties");
    }

    @Test
    void onlyTheirOwnUserReadsThem() throws IOException {
        assertThat(new Secrets(file).password("stepwell_therapy")).isNotBlank();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theyAreMadeOnceAndDifferForEachUser() {
        var therapy = new Secrets(file).password("stepwell_therapy");

        assertThat(new Secrets(file).password("stepwell_therapy")).isEqualTo(therapy);
        assertThat(new Secrets(file).password("stepwell_aftercare")).isNotEqualTo(therapy);
    }
}
