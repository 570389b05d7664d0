package org.stepwell.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The end of an audit that was given up by a restore: what was linked behind a number, and anchored before a moment, is not there any more,
 * and people who answer for it say so. Whatever stands before it is held against its anchors as ever.
 *
 * @param behind the last link that the restored database has
 * @param before the moment at which the restored database began to serve
 */
public record GivenUp(long behind, Instant before) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})@(.+)");

    /** Reads {@code 4711@2026-01-31T14:30:00Z}. */
    public static GivenUp parse(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw unreadable(written);
        }
        try {
            return new GivenUp(Long.parseLong(parts.group(1)), Instant.parse(parts.group(2)));
        } catch (DateTimeException e) {
            throw unreadable(written);
        }
    }

    /** True where an anchor vouches for what was given up. */
    public boolean concerns(AuditAnchor anchor) {
        return anchor.sequence() > behind && anchor.at().isBefore(before);
    }

    private static IllegalArgumentException unreadable(String written) {
        return new IllegalArgumentException(
                "write the last link and the moment as in 4711@2026-01-31T14:30:00Z (it is %s)".formatted(written));
    }
}
