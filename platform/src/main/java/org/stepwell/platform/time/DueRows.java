package org.stepwell.platform.time;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;

/** Does what is due, oldest first, each row in a transaction of its own. */
@Singleton
class DueRows {

    private static final int ROWS_MAX = 400;

    private static final String OLDEST_BUT_OF = """
            select min(due_at) from platform.due
            where kind <> all (?) and due_at <= ? and (retry_at is null or retry_at <= ?)
            """;

    /** Kind by kind, so that nobody looks through all that waits in another lane. */
    private static final String OLDEST_OF = """
            select min(each.oldest) from unnest(?) as k (kind), lateral (
                select min(d.due_at) as oldest from platform.due d
                where d.kind = k.kind and d.due_at <= ? and (d.retry_at is null or d.retry_at <= ?)) each
            """;

    private final Sql sql;
    private final Clock clock;
    private final WallClock wall;
    private final DueDoors doors;

    DueRows(Sql sql, Clock clock, WallClock wall, DueDoors doors) {
        this.sql = sql;
        this.clock = clock;
        this.wall = wall;
        this.doors = doors;
    }

    /**
     * Does what fell due first, up to a limit; answers how many rows are dealt with. Rows of one instant at a time, because a door
     * that is opened late may set a row anew that comes before all others; and of one kind at a time, so that what happens at one
     * instant has an order. Several of a kind are done at once: most of a transaction is waiting for the disk.
     */
    int sweep(Lane lane, Hands hands) {
        var ofAKind = oldest(lane).stream()
                .collect(Collectors.groupingBy(DueRow::kind, LinkedHashMap::new, Collectors.toList()));
        return ofAKind.values().stream()
                .mapToInt(rows -> hands.count(rows, doors::open))
                .sum();
    }

    /** What no door opens for is inside: it is tried, and seen to be late. */
    private List<DueRow> oldest(Lane lane) {
        boolean inside = lane == Lane.INSIDE;
        var kinds = doors.kinds(of -> inside ? of != Lane.INSIDE : of == lane);
        var clinicNow = clock.instant();
        var now = wall.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        """
                select * from platform.due
                where due_at = (%s)
                    and (retry_at is null or retry_at <= ?) and (kind = any (?)) = ?
                order by kind, subject limit ?
                """.formatted(inside ? OLDEST_BUT_OF : OLDEST_OF),
                        DueRow::of,
                        kinds,
                        clinicNow,
                        now,
                        now,
                        kinds,
                        !inside,
                        ROWS_MAX));
    }

    /** What is left to do: when the next row falls due, how many are late, how many wait in the outbox; and how much was ever said. */
    record Quiet(@Nullable Instant nextDue, long late, long outbox, long said) {}

    Quiet quiet() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                                """
                        select (select min(due_at) from platform.due where due_at > ?),
                               (select count(*) from platform.due where due_at <= ?),
                               (select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'),
                               (select coalesce(sum(last), 0) from platform.stream where key <> 'register/heartbeat')
                        """,
                                row -> {
                                    @Nullable OffsetDateTime next = row.getObject(1, OffsetDateTime.class);
                                    return new Quiet(
                                            next == null ? null : next.toInstant(),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4));
                                },
                                clock.instant(),
                                clock.instant())
                        .orElseThrow());
    }
}
