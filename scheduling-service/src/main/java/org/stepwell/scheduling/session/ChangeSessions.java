package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Closures;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.reminder.Reminders;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;

/**
 * Makes the sessions ahead of a group what the group is from a day on. What was closed, what somebody has come to, and what was
 * moved for once is never touched; whoever was reminded otherwise is told so.
 */
@Singleton
public class ChangeSessions {

    private final PlanSessions planSessions;
    private final Sessions sessions;
    private final MemberSeats memberSeats;
    private final SessionMoves moves;
    private final Closures closures;
    private final Reminders reminders;
    private final Units units;
    private final UnclosedSessions unclosed;
    private final Weeks weeks;
    private final ClinicTime time;
    private final Outbox outbox;
    private final Sql sql;

    ChangeSessions(
            PlanSessions planSessions,
            Sessions sessions,
            MemberSeats memberSeats,
            SessionMoves moves,
            Closures closures,
            Reminders reminders,
            Units units,
            UnclosedSessions unclosed,
            Weeks weeks,
            ClinicTime time,
            Outbox outbox,
            Sql sql) {
        this.planSessions = planSessions;
        this.sessions = sessions;
        this.memberSeats = memberSeats;
        this.moves = moves;
        this.closures = closures;
        this.reminders = reminders;
        this.units = units;
        this.unclosed = unclosed;
        this.weeks = weeks;
        this.time = time;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** From a day to the last one for which there are sessions. */
    public record Span(LocalDate from, LocalDate through) {}

    /** Changes what is ahead. A room, a leader or a patient who is busy then refuses all of it. */
    public void change(SessionPlan plan, Span span, List<MemberSeats.Member> members, Instant now) {
        var standing = sessions.standing(plan.group(), span.from(), now);
        var closed = closures.days(span.from(), span.through());
        var wished = plan.between(span.from(), span.through(), time).stream()
                .filter(one -> one.startsAt().isAfter(now) && !closed.contains(one.day()))
                .toList();
        var change = SeriesChange.of(standing, wished);
        forgetClosed(plan, span.from());
        planSessions.cancel(sessions.withLeaders(change.cancelled()), CancellationReason.GROUP_CHANGED, now);
        var going = List.copyOf(change.going().keySet());
        moves.make(moves(change), () -> settle(plan, going));
        memberSeats.seatMembers(going, now);
        keepLinkGood(plan, span.from());
        tell(change, now);
        planSessions.makeAt(plan, change.made(), members, now).forEach(made -> weeks.sessionChanged(made.id()));
        units.assign(plan.group());
    }

    /** Where a closed day is open after all, the group meets on it as it is then. */
    private void forgetClosed(SessionPlan plan, LocalDate from) {
        sql.update("""
                update session set outdated = true
                where clinic_id = platform.current_clinic() and group_id = ? and day >= ? and cancelled_for = 'CLINIC_CLOSED'
                """, plan.group().value(), from);
    }

    private static List<SessionMoves.Move> moves(SeriesChange change) {
        return change.going().entrySet().stream()
                .map(one -> new SessionMoves.Move(
                        one.getKey(), one.getValue().startsAt(), one.getValue().endsAt()))
                .toList();
    }

    /** Room or link, seats and leaders; who leads one for once goes on doing so. */
    private void settle(SessionPlan plan, List<SessionId> going) {
        sql.update(
                """
                update session set room_id = ?, meeting_link = ?, capacity = ?, fewest = ?
                where clinic_id = platform.current_clinic() and id = any (?)
                """,
                plan.venue().roomId(),
                plan.venue().sealedLink(),
                plan.capacity(),
                plan.fewest(),
                Columns.uuids(going));
        sql.update("""
                delete from session_facilitator f using session s
                where f.clinic_id = platform.current_clinic() and f.session_id = any (?)
                  and s.clinic_id = f.clinic_id and s.id = f.session_id and not s.own_leaders
                """, (Object) Columns.uuids(going));
        sql.update("""
                insert into session_facilitator (session_id, staff_id, starts_at, ends_at, live)
                select s.id, staff.id, s.starts_at, s.ends_at, true
                from session s cross join unnest(?) as staff(id)
                where s.clinic_id = platform.current_clinic() and s.id = any (?) and not s.own_leaders
                """, Columns.uuids(plan.facilitators()), Columns.uuids(going));
    }

    /** What was moved for once is left as it was put; but nobody is at the old link of a group any more. */
    private void keepLinkGood(SessionPlan plan, LocalDate from) {
        if (plan.venue().sealedLink() != null) {
            sql.update("""
                    update session set meeting_link = ?
                    where clinic_id = platform.current_clinic() and group_id = ? and greatest(coalesce(stands_for, day), day) >= ?
                      and status = 'SCHEDULED' and meeting_link is not null
                    """, plan.venue().sealedLink(), plan.group().value(), from);
        }
    }

    private void tell(SeriesChange change, Instant now) {
        var going = List.copyOf(change.going().keySet());
        reminders.changed(going);
        var moved = sessions.withLeaders(going);
        unclosed.watch(moved);
        moved.forEach(session -> outbox.append(session.told(now)));
        Stream.concat(going.stream(), change.cancelled().stream()).forEach(weeks::sessionChanged);
    }

    /**
     * Moves one session for once, to other hours of its week or to another room; its group goes on as before. Without a room it is by
     * telehealth, where its group is. Where the day is another one, whoever is not here then has no seat in it, and members who are
     * have one.
     */
    void moveOnce(Session session, Occurrence when, @Nullable RoomId room, Instant now) {
        var id = session.id();
        var roomId = room == null ? null : room.value();
        sessions.forget(session);
        moves.make(
                List.of(new SessionMoves.Move(id, when.startsAt(), when.endsAt())),
                () -> sql.update("""
                update session s set stands_for = coalesce(stands_for, day), day = ?, room_id = ?,
                    meeting_link = case when ?::uuid is null then coalesce(s.meeting_link, (
                        select g.meeting_link from care_group g where g.clinic_id = s.clinic_id and g.id = s.group_id)) end
                where s.clinic_id = platform.current_clinic() and s.id = ?
                """, when.day(), roomId, roomId, id.value()));
        memberSeats.fitDay(id, now);
        units.assignAround(List.of(session));
        reminders.changed(List.of(id));
        weeks.sessionChanged(id);
        var moved = sessions.of(id);
        unclosed.moved(moved, now);
        outbox.append(moved.told(now));
    }
}
