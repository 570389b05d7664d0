package org.stepwell.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpoolTest {

    private static final String LINE = "019a,SUB1,2\r\n";

    @Test
    void whatWasWrittenIsStreamedAndLiesNowhereUnderAName() throws IOException {
        var before = named();
        var spool = Spool.of(out -> {
            for (int line = 0; line < 10_000; line++) {
                out.write(LINE.getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(named()).isEqualTo(before);

        var out = new ByteArrayOutputStream();
        spool.stream(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINE.repeat(10_000));
    }

    @Test
    void whatCouldNotBeWrittenIsNotSent() {
        assertThatThrownBy(() -> Spool.of(_ -> {
                    throw new IOException("no space left");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }

    private static Set<String> named() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".spool"))
                    .collect(Collectors.toSet());
        }
    }
}
