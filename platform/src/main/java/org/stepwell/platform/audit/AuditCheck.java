package org.stepwell.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks a service's chain from its beginning and says at which link it is first not what it was. */
public final class AuditCheck {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final Duration ANCHORED_WITHIN = Duration.ofMinutes(1);
    private static final Duration LINKED_WITHIN = Duration.ofMinutes(1);

    private static final String LINKS = """
            select l.sequence, l.audit_id, l.row_hash, l.chain_hash, l.linked_at, %s
            from platform.audit_link l left join platform.audit a on a.id = l.audit_id
            order by l.sequence
            """.formatted(AuditRow.COLUMNS);

    /** By this table patients are shown who saw their record; it is outside of the chain, and says what the rows say. */
    private static final String SHOWN_OTHERWISE = """
            with told as (
                select id as audit_id, clinic_id, unnest(patients) as patient_id
                from platform.audit where clinic_id is not null),
            otherwise as (
                (select audit_id, clinic_id, patient_id from platform.audit_patient except select * from told)
                union all
                (select * from told except select audit_id, clinic_id, patient_id from platform.audit_patient))
            select o.audit_id, l.sequence from otherwise o left join platform.audit_link l using (audit_id)
            order by l.sequence nulls last limit 1
            """;

    private final NavigableMap<Long, Set<String>> anchors = new TreeMap<>();
    private final Instant now;
    private long sequence;
    private byte[] head;
    private @Nullable Instant unanchoredSince;

    private AuditCheck(String service, List<AuditAnchor> anchors, Instant now) {
        anchors.forEach(anchor -> this.anchors
                .computeIfAbsent(anchor.sequence(), _ -> new HashSet<>())
                .add(anchor.hash()));
        this.now = now;
        this.head = AuditChain.beginning(service);
    }

    /**
     * What was found.
     *
     * @param links how many were walked and are sound
     * @param head the hash of the last of them, in hexadecimal digits
     * @param unlinked rows that wait for their link
     * @param firstBad the number of the first link that is not what it was, or null
     * @param finding what is wrong with it; where nothing is, {@code intact}
     */
    public record Verdict(
            long links,
            String head,
            long unlinked,
            @Nullable Long firstBad,
            String finding) {

        /** True where everything is what it was. */
        public boolean intact() {
            return firstBad == null;
        }
    }

    /**
     * Checks a service's database; the connection sees all rows of it.
     *
     * @param anchors all that were kept, in any order
     * @param now the time on the wall
     */
    public static Verdict of(Connection database, String service, List<AuditAnchor> anchors, Instant now)
            throws SQLException {
        return new AuditCheck(service, anchors, now).walk(database);
    }

    private Verdict walk(Connection database) throws SQLException {
        database.setAutoCommit(false); // else the driver fetches all rows at once
        try (var statement = database.createStatement()) {
            var unlinked = unlinked(database);
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var links = statement.executeQuery(LINKS)) {
                while (links.next()) {
                    @Nullable String wrong = wrong(links);
                    if (wrong != null) {
                        return verdict(unlinked.rows(), sequence + 1, wrong);
                    }
                    sequence++;
                    head = links.getBytes("chain_hash");
                    vouch(instant(links));
                }
            }
            var ending = ending(unlinked);
            @Nullable Verdict otherwise = ending.intact() ? shownOtherwise(database, unlinked) : null;
            return otherwise == null ? ending : otherwise;
        } finally {
            database.rollback();
        }
    }

    private @Nullable Verdict shownOtherwise(Connection database, Unlinked unlinked) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(SHOWN_OTHERWISE)) {
            if (!row.next()) {
                return null;
            }
            @Nullable Long link = row.getObject("sequence", Long.class);
            return verdict(
                    unlinked.rows(),
                    link == null ? sequence + 1 : link,
                    "patients are shown its row %s otherwise than it is".formatted(row.getString("audit_id")));
        }
    }

    /** What is wrong with the next link, or null. */
    private @Nullable String wrong(ResultSet link) throws SQLException {
        long next = sequence + 1;
        if (link.getLong("sequence") != next) {
            return "the link is missing (the next one is %d)".formatted(link.getLong("sequence"));
        }
        if (link.getObject("id", UUID.class) == null) {
            return "its row %s was deleted".formatted(link.getString("audit_id"));
        }
        var rowHash = link.getBytes("row_hash");
        var row = AuditRow.read(link);
        if (!Arrays.equals(row.hash(), rowHash)) {
            return "its row %s was changed, or another row stands in its place".formatted(row.id());
        }
        var chainHash = link.getBytes("chain_hash");
        if (!Arrays.equals(AuditChain.next(head, next, rowHash, instant(link)), chainHash)) {
            return "the link does not follow the one before: links were changed, moved or put in between";
        }
        var hash = hex(chainHash);
        return Set.of(hash).containsAll(anchors.getOrDefault(next, Set.of()))
                ? null
                : "the anchor says another hash: the log was replaced after link %d, the last that an anchor agrees with"
                        .formatted(agreedUpTo());
    }

    /** The newest anchor before the link at hand; had it not agreed, the walk would have ended there. */
    private long agreedUpTo() {
        @Nullable Long agreed = anchors.floorKey(sequence);
        return agreed == null ? 0 : agreed;
    }

    /** Links after the newest anchor are young, or somebody put them there behind the back of whoever anchors. */
    private void vouch(Instant linkedAt) {
        if (unanchoredSince == null && sequence > anchored()) {
            unanchoredSince = linkedAt;
        }
    }

    private Verdict ending(Unlinked waiting) {
        long unlinked = waiting.rows();
        long anchored = anchored();
        if (anchored > sequence) {
            return verdict(
                    unlinked, sequence + 1, "the end was cut off: the anchor knows %d links".formatted(anchored));
        }
        if (unanchoredSince != null && unanchoredSince.isBefore(now.minus(ANCHORED_WITHIN))) {
            return verdict(
                    unlinked, anchored + 1, "no anchor vouches for it, although it was linked at " + unanchoredSince);
        }
        if (waiting.since() != null && waiting.since().isBefore(now.minus(LINKED_WITHIN))) {
            return verdict(
                    unlinked,
                    sequence + 1,
                    "rows wait for their links since %s, and could be changed".formatted(waiting.since()));
        }
        return verdict(unlinked, null, "intact");
    }

    private long anchored() {
        return anchors.isEmpty() ? 0 : anchors.lastKey();
    }

    private Verdict verdict(long unlinked, @Nullable Long firstBad, String finding) {
        return new Verdict(sequence, hex(head), unlinked, firstBad, finding);
    }

    /** Rows without a link, and when the first of them was written. */
    private record Unlinked(long rows, @Nullable Instant since) {}

    private static Unlinked unlinked(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select count(*), min(at) from platform.audit a
                        where not exists (select from platform.audit_link l where l.audit_id = a.id)
                        """)) {
            row.next(); // a count always has one
            @Nullable OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
            return new Unlinked(row.getLong(1), since == null ? null : since.toInstant());
        }
    }

    private static Instant instant(ResultSet link) throws SQLException {
        return link.getObject("linked_at", OffsetDateTime.class).toInstant();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
