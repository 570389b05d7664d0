package org.stepwell.enrollment.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The name a file had, from a header: there it stands in no URL, and headers are ASCII. */
final class FileName {

    static final String HEADER = "X-File-Name";

    private static final int CHARACTERS_MAX = 200;

    private FileName() {}

    /** The name; null where none was sent. */
    static @Nullable String read(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        var name = Normalizer.normalize(decoded(header), Normalizer.Form.NFC).strip();
        if (name.isEmpty()
                || name.length() > CHARACTERS_MAX
                || name.codePoints().anyMatch(FileName::unwanted)) {
            throw refused("must have 1 to %d characters, and no control characters".formatted(CHARACTERS_MAX));
        }
        return name;
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("must be percent-encoded, such as card%2C%20both%20sides.pdf");
        }
    }

    /** What is no UTF-8 was decoded to the replacement character. */
    private static boolean unwanted(int c) {
        return Character.isISOControl(c) || c == 0xFFFD || c == 0x202E || c == 0xFEFF;
    }

    private static Refusal refused(String detail) {
        return new Refusal(
                DocumentRule.FILE_NAME_IS_ENCODED,
                "%s: %s. It may be left out.".formatted(HEADER, detail),
                List.of(new FieldError(HEADER, detail)));
    }
}
