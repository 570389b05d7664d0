package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** Moves sessions with all their seats and leaders to the hours of their group, by the set. */
@Singleton
class SessionMoves {

    /**
     * The first session of a day has the first hours of its weekday, and so on; what went with other hours of the group has none.
     * Where a clash left one of several out, nobody can tell which, and those of that day stay.
     */
    private static final String AHEAD = """
            with slot as (
                select group_id, weekday, opens_at, closes_at, first_day, last_day,
                       row_number() over (partition by group_id, weekday, first_day order by opens_at) as place,
                       count(*) over (partition by group_id, weekday, first_day) as of_day
                from group_slot where clinic_id = platform.current_clinic()),
            meeting as (
                select id, group_id, day, starts_at, status,
                       row_number() over (partition by group_id, day order by starts_at) as place,
                       count(*) over (partition by group_id, day) as of_day
                from session s
                where s.clinic_id = platform.current_clinic() and s.day >= ? and s.stands_for is null
                  and s.cancelled_for is distinct from 'GROUP_CHANGED' and not s.outdated)
            select m.id, m.day, m.starts_at, h.opens_at, h.closes_at
            from meeting m
            join slot h on h.group_id = m.group_id and h.weekday = to_char(m.day, 'FMDAY')
              and h.first_day <= m.day and (h.last_day is null or h.last_day >= m.day)
              and h.place = m.place and h.of_day = m.of_day
            where m.starts_at > ? and m.status <> 'CLOSED' and not exists (
                select from seat t
                where t.clinic_id = platform.current_clinic() and t.session_id = m.id and t.came)
            order by m.id
            """;

    private static final String HINDERED = """
            select distinct m.id
            from unnest(?, ?::timestamptz[], ?::timestamptz[]) as m(id, starts_at, ends_at)
            join session s on s.clinic_id = platform.current_clinic() and s.id = m.id
            join session o on o.clinic_id = s.clinic_id and o.id <> all (?) and o.starts_at > ?
              and o.starts_at < m.ends_at and o.ends_at > m.starts_at
            where (o.group_id = s.group_id and o.starts_at = m.starts_at)
               or (o.status <> 'CANCELLED' and s.status <> 'CANCELLED' and o.room_id = s.room_id)
               or exists (
                  select from session_facilitator f
                  join session_facilitator p on p.clinic_id = f.clinic_id and p.staff_id = f.staff_id and p.live
                  where f.clinic_id = s.clinic_id and f.session_id = s.id and f.live and p.session_id = o.id)
               or exists (
                  select from seat t
                  join seat u on u.clinic_id = t.clinic_id and u.patient_id = t.patient_id and u.live
                  where t.clinic_id = s.clinic_id and t.session_id = s.id and t.live and u.session_id = o.id)
            """;

    private static final String MOVE = """
            update %s t set starts_at = m.starts_at + ?::interval, ends_at = m.ends_at + ?::interval
            from unnest(?, ?::timestamptz[], ?::timestamptz[]) as m(id, starts_at, ends_at)
            where t.clinic_id = platform.current_clinic() and t.%s = m.id
            """;

    /** First all are moved out of each other's way, then to their hours: no two are ever at the same time. */
    private static final String AWAY = "1000 years";

    private static final String BACK = "0";

    private static final Duration LONGEST_SESSION = Duration.ofDays(1);

    private final Sql sql;
    private final ClinicTime time;

    SessionMoves(Sql sql, ClinicTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** A session, and the time at which it is to be. */
    record Move(SessionId session, Instant startsAt, Instant endsAt) {}

    /** The sessions ahead to which nobody came, which are not at their group's hours, but would still be ahead. */
    List<Move> wanted(Instant now) {
        record Ahead(Move move, Instant startsAt) {}
        return sql
                .list(
                        AHEAD,
                        row -> new Ahead(move(row), Columns.instant(row, "starts_at")),
                        time.dayOf(now.minus(LONGEST_SESSION)),
                        now)
                .stream()
                .filter(one -> !one.move().startsAt().equals(one.startsAt()))
                .map(Ahead::move)
                .filter(move -> move.startsAt().isAfter(now) && move.startsAt().isBefore(move.endsAt()))
                .toList();
    }

    /** Holds the sessions ahead until the transaction ends: whoever seats, checks in or cancels meanwhile waits. */
    void hold(Instant now) {
        sql.list("""
                select 1 from session
                where clinic_id = platform.current_clinic() and starts_at > ? order by id for update
                """, row -> row.getInt(1), now);
    }

    /** Those among some moves that would run into a session that is not moved. */
    List<SessionId> hindered(List<Move> moves, Instant now) {
        return sql.list(
                HINDERED,
                row -> Columns.id(row, "id", SessionId::new),
                ids(moves),
                starts(moves),
                ends(moves),
                ids(moves),
                now.minus(LONGEST_SESSION));
    }

    void make(List<Move> moves) {
        make(moves, () -> {});
    }

    /** The same, with what else is changed of them while they are out of everybody's way. */
    void make(List<Move> moves, Runnable meanwhile) {
        go(AWAY, moves);
        meanwhile.run();
        go(BACK, moves);
    }

    private void go(String detour, List<Move> moves) {
        move(MOVE.formatted("session", "id"), detour, moves);
        move(MOVE.formatted("session_facilitator", "session_id"), detour, moves);
        move(MOVE.formatted("seat", "session_id"), detour, moves);
    }

    private void move(String statement, String detour, List<Move> moves) {
        sql.update(statement, detour, detour, ids(moves), starts(moves), ends(moves));
    }

    private Move move(ResultSet row) throws SQLException {
        var day = Columns.day(row, "day");
        return new Move(
                Columns.id(row, "id", SessionId::new),
                time.at(day, row.getObject("opens_at", LocalTime.class)),
                time.at(day, row.getObject("closes_at", LocalTime.class)));
    }

    private static Object ids(List<Move> moves) {
        return Columns.uuids(moves.stream().map(Move::session).toList());
    }

    private static Object starts(List<Move> moves) {
        return moves.stream().map(move -> move.startsAt().toString()).toArray(String[]::new);
    }

    private static Object ends(List<Move> moves) {
        return moves.stream().map(move -> move.endsAt().toString()).toArray(String[]::new);
    }
}
