package org.stepwell.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the audit of one service.
 *
 * @param rows links that are sound, counted from the first
 * @param unlinked rows that wait for their link, which takes about a second
 * @param anchored the number up to which an anchor vouches
 * @param firstBad the number of the first link that is not what it was, or null
 */
public record AuditFinding(
        boolean intact,
        long rows,
        long unlinked,
        String head,
        long anchored,
        @Nullable Long firstBad,
        String verdict) {

    private static final int HEAD_LENGTH = 16;

    /** Checks one service; the connection sees the rows of all clinics. Where nothing is anchored, nothing is proven. */
    public static AuditFinding of(Connection database, String service, List<AuditAnchor> anchors, Instant now)
            throws SQLException {
        var found = AuditCheck.of(database, service, anchors, now);
        long anchored = anchors.stream().mapToLong(AuditAnchor::sequence).max().orElse(0);
        boolean unanchored = found.intact() && anchors.isEmpty() && found.links() > 0;
        return new AuditFinding(
                found.intact() && !unanchored,
                found.links(),
                found.unlinked(),
                found.head(),
                anchored,
                unanchored ? Long.valueOf(1) : found.firstBad(),
                unanchored ? "no anchor was found, in a file or on the topic" : found.finding());
    }

    /** The finding as one line for whoever asked. */
    public String line(String service) {
        return "%-11s %8d rows, %d unlinked, head %s, anchored to %d: %s"
                .formatted(
                        service,
                        rows,
                        unlinked,
                        head.substring(0, HEAD_LENGTH),
                        anchored,
                        intact ? "intact" : "BROKEN at %d: %s".formatted(firstBad, verdict));
    }
}
