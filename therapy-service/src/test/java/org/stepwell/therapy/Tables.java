package org.stepwell.therapy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables of codes that somebody can check line by line against what publishes them. */
public final class Tables {

    private Tables() {}

    /** All lines but the first, which names the columns. */
    public static List<String> lines(String csv) {
        try (var file = Objects.requireNonNull(Tables.class.getResourceAsStream(csv), csv)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
