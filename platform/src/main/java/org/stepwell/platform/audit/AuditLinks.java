package org.stepwell.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Uuid7;

/**
 * Gives rows their links, oldest first, in the order in which they are found. A row is found because it has no link, never
 * because its id is greater than the last one's: a transaction that began earlier may commit later.
 */
final class AuditLinks {

    private static final int ROWS_MAX = 500;
    static final UUID BEFORE_ALL = new UUID(0, 0);
    static final UUID AFTER_ALL = new UUID(-1, -1);

    /** Longer than any transaction lives: what commits later than this is found by the walk through everything. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private static final String UNLINKED = """
            select %s from platform.audit a
            where a.id >= ? and a.id < ?
              and not exists (select from platform.audit_link l where l.audit_id = a.id and l.audit_id >= ? and l.audit_id < ?)
            order by a.id limit %d
            """.formatted(AuditRow.COLUMNS, ROWS_MAX);

    private static final String START_OF_STEP =
            "select a.id from platform.audit a where a.id < ? order by a.id desc offset ? limit 1";

    private final Connection connection;
    private final String beginning;

    AuditLinks(Connection connection, String service) {
        this.connection = connection;
        this.beginning = HexFormat.of().formatHex(AuditChain.beginning(service));
    }

    private record Head(long sequence, String hash) {
        byte[] bytes() {
            return HexFormat.of().parseHex(hash);
        }
    }

    /** Links what was written lately and has no link; one transaction for each batch. */
    void linkRecent(Instant now) throws SQLException {
        link(Uuid7.firstOf(now.minus(RECENT)), AFTER_ALL, now);
    }

    /**
     * Links what has no link among the newest {@code rows} rows before this one, so that each step of a walk through everything is
     * as short as the one before, however much is kept.
     *
     * @return before which to go on; nothing once the first row of all was looked at
     */
    Optional<UUID> linkBefore(UUID before, int rows, Instant now) throws SQLException {
        var from = startOfStep(before, rows);
        link(from.orElse(BEFORE_ALL), before, now);
        return from;
    }

    private void link(UUID from, UUID before, Instant now) throws SQLException {
        int linked;
        do {
            linked = linkSome(from, before, now);
        } while (linked == ROWS_MAX);
    }

    private Optional<UUID> startOfStep(UUID before, int rows) throws SQLException {
        try (var statement = connection.prepareStatement(START_OF_STEP)) {
            statement.setObject(1, before);
            statement.setInt(2, rows - 1);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** The last link, as an anchor; nothing before the first. */
    @Nullable
    AuditAnchor head(Instant now) throws SQLException {
        var head = head();
        return head.sequence() == 0
                ? null
                : new AuditAnchor(head.sequence(), head.hash(), now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** True where the chain still goes through an anchor: its link is there, with the same hash. */
    boolean goesThrough(AuditAnchor anchor) throws SQLException {
        try (var statement =
                connection.prepareStatement("select chain_hash from platform.audit_link where sequence = ?")) {
            statement.setLong(1, anchor.sequence());
            try (var row = statement.executeQuery()) {
                return row.next() && HexFormat.of().formatHex(row.getBytes(1)).equals(anchor.hash());
            }
        }
    }

    private int linkSome(UUID from, UUID before, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var rows = unlinked(from, before);
            if (!rows.isEmpty()) {
                write(rows, now.truncatedTo(ChronoUnit.MICROS));
            }
            connection.commit();
            return rows.size();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<AuditRow> unlinked(UUID from, UUID before) throws SQLException {
        try (var statement = connection.prepareStatement(UNLINKED)) {
            statement.setObject(1, from);
            statement.setObject(2, before);
            statement.setObject(3, from);
            statement.setObject(4, before);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<AuditRow>();
                while (found.next()) {
                    rows.add(AuditRow.read(found));
                }
                return rows;
            }
        }
    }

    private void write(List<AuditRow> rows, Instant now) throws SQLException {
        var head = head();
        try (var insert = connection.prepareStatement(
                "insert into platform.audit_link (sequence, audit_id, row_hash, chain_hash, linked_at) values (?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                head = add(insert, row, head, now);
            }
            insert.executeBatch();
        }
    }

    private static Head add(PreparedStatement insert, AuditRow row, Head before, Instant now) throws SQLException {
        long sequence = before.sequence() + 1;
        var rowHash = row.hash();
        var chainHash = AuditChain.next(before.bytes(), sequence, rowHash, now);
        insert.setLong(1, sequence);
        insert.setObject(2, row.id());
        insert.setBytes(3, rowHash);
        insert.setBytes(4, chainHash);
        insert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        insert.addBatch();
        return new Head(sequence, HexFormat.of().formatHex(chainHash));
    }

    private Head head() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sequence, chain_hash from platform.audit_link order by sequence desc limit 1")) {
            return row.next()
                    ? new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
                    : new Head(0, beginning);
        }
    }
}
