package org.stepwell.platform.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What the parser would let pass: another encoding than UTF-8, a byte order mark, lists without end. */
final class JsonShape {

    private static final int ITEMS_MAX = 1_000;
    private static final int DEPTH_MAX = 64; // what is deeper is refused by the parser

    private final byte[] bytes;
    private final int[] items = new int[DEPTH_MAX];
    private final boolean[] isList = new boolean[DEPTH_MAX];

    private JsonShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An operation that takes an open tree, such as a feed, counts by itself. */
    static void check(byte[] bytes, @Nullable MediaType type, boolean isOpen) {
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !"utf-8".equalsIgnoreCase(charset)) {
            throw refused("JSON is sent in UTF-8, also where the Content-Type says otherwise");
        }
        if (bytes.length > 1 && (bytes[0] == (byte) 0xEF || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            throw refused("JSON begins without a byte order mark");
        }
        if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
            throw refused("JSON is sent in UTF-8");
        }
        if (!isOpen) {
            new JsonShape(bytes).countItems();
        }
    }

    /** A list has one comma less than items. Whatever else is wrong is the parser's to find. */
    private void countItems() {
        int depth = -1;
        boolean inText = false;
        for (int i = 0; i < bytes.length; i++) {
            var read = bytes[i];
            if (inText) {
                i += read == '\\' ? 1 : 0;
                inText = read != '"';
            } else if (read == '[' || read == '{') {
                depth++;
                if (depth == DEPTH_MAX) {
                    return;
                }
                isList[depth] = read == '[';
                items[depth] = 1;
            } else if ((read == ']' || read == '}') && depth >= 0) {
                depth--;
            } else if (read == ',' && depth >= 0 && isList[depth] && ++items[depth] > ITEMS_MAX) {
                throw refused("a list has at most %,d items".formatted(ITEMS_MAX));
            } else {
                inText = read == '"';
            }
        }
    }

    private static Refusal refused(String advice) {
        return new Refusal(HttpRule.UNREADABLE_BODY, "The body: " + advice + ".", List.of(new FieldError("", advice)));
    }
}
