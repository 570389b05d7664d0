package org.stepwell.platform.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The statement that accompanies each disclosure made with consent, 42 CFR 2.32(a)(1), as amended by 89 FR 12472 (2024).
 * Older wordings are still all over the web; a changed text is a new version.
 */
public final class Notice {

    /** The version that goes out now: the day the rule took effect. */
    public static final String VERSION = "2024-04-16";

    /** The short form, 42 CFR 2.32(a)(2). */
    public static final String SHORT = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private static final String TEXT = read("/META-INF/stepwell/notices/part2-" + VERSION + ".txt");

    private Notice() {}

    /** The long form. */
    public static String text() {
        return TEXT;
    }

    private static String read(String resource) {
        try (var file = Notice.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the notice is missing (%s)".formatted(resource));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
