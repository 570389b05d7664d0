package org.stepwell.scheduling.session;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Closures;
import org.stepwell.scheduling.fidelity.Weeks;

/** Turns the weekly slots of a group into sessions, and takes them back when the group ends. */
@Singleton
public class PlanSessions {

    private static final Logger LOG = Logger.getLogger(PlanSessions.class);

    private static final TaskKind CLASH = new TaskKind(
            "group-without-session",
            "A group does not meet at one of its hours, because its room or whoever leads it is busy then: look at its"
                    + " sessions, and choose another room, other hours or somebody else.",
            List.of(Role.CLINIC_ADMIN, Role.SUPERVISOR),
            Duration.ofDays(1),
            true);

    private static final Duration IN_TIME = Duration.ofDays(3);

    private final Sessions sessions;
    private final MemberSeats memberSeats;
    private final Seats seats;
    private final Closures closures;
    private final Units units;
    private final UnclosedSessions unclosed;
    private final Weeks weeks;
    private final Tasks tasks;
    private final ClinicTime time;
    private final Outbox outbox;

    PlanSessions(
            Sessions sessions,
            MemberSeats memberSeats,
            Seats seats,
            Closures closures,
            Units units,
            UnclosedSessions unclosed,
            Weeks weeks,
            Tasks tasks,
            ClinicTime time,
            Outbox outbox) {
        this.tasks = tasks;
        this.closures = closures;
        this.sessions = sessions;
        this.memberSeats = memberSeats;
        this.seats = seats;
        this.units = units;
        this.unclosed = unclosed;
        this.weeks = weeks;
        this.time = time;
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    static TaskKind clash() {
        return CLASH;
    }

    /**
     * Makes the sessions of a time with the members' seats in them. A time at which the room or somebody who leads is
     * busy is left out, and is work for whoever sets up groups: one clash must not keep a group from all its sessions.
     */
    public void plan(
            SessionPlan plan, LocalDate from, LocalDate through, List<MemberSeats.Member> members, Instant now) {
        make(plan, from, through, members, now);
    }

    /**
     * Makes the sessions of a day that was closed: as they were, where they were made before, and else at the hours of the group, if it
     * had these then; the weeks of everybody in them are measured soon. What somebody cancelled, or moved away, stays so.
     */
    public void reopen(
            SessionPlan plan, LocalDate day, boolean atTheseHours, List<MemberSeats.Member> members, Instant now) {
        var closed = sessions.closedOn(plan, day);
        var made = new ArrayList<Session>();
        closed.forEach(one -> made.addAll(makeAt(one.plan(), List.of(one.when()), members, now)));
        if (closed.isEmpty() && atTheseHours) {
            var standing = sessions.standing(plan.group(), day, now).stream()
                    .filter(one -> one.day().equals(day))
                    .toList();
            var wished = SeriesChange.of(standing, plan.between(day, day, time)).made();
            made.addAll(makeAt(plan, wished, members, now));
        } else if (closed.isEmpty() && sessions.metTheWeeksBefore(plan.group(), day)) {
            tasks.open(new Tasks.Cause(CLASH, plan.group(), null, null, now), null, now.plus(IN_TIME));
        }
        made.forEach(session -> weeks.sessionChanged(session.id()));
        units.assign(plan.group());
    }

    private List<Session> make(
            SessionPlan plan, LocalDate from, LocalDate through, List<MemberSeats.Member> members, Instant now) {
        if (through.isBefore(from)) {
            return List.of();
        }
        var closed = closures.days(from, through);
        var wished = plan.between(from, through, time).stream()
                .filter(one -> !closed.contains(one.day()))
                .toList();
        var made = makeAt(plan, wished, members, now);
        units.assign(plan.group());
        return made;
    }

    /** Makes sessions at these times; what they are about is said once all of the change is made. */
    List<Session> makeAt(
            SessionPlan plan, List<SessionPlan.Occurrence> wished, List<MemberSeats.Member> members, Instant now) {
        if (wished.isEmpty()) {
            return List.of();
        }
        var busy = sessions.busy(plan, wished);
        if (!busy.isEmpty()) {
            busy.forEach(
                    start -> LOG.warnf("group %s has no session at %s: room or staff are busy", plan.group(), start));
            tasks.open(new Tasks.Cause(CLASH, plan.group(), null, null, now), null, now.plus(IN_TIME));
        }
        var made = wished.stream()
                .filter(one -> !busy.contains(one.startsAt()))
                .map(one -> new Session(new SessionId(Uuid7.next()), plan, one))
                .toList();
        sessions.persist(made);
        sessions.flush();
        if (!members.isEmpty()) {
            memberSeats.fill(made.stream().map(Session::id).toList(), members, now);
        }
        unclosed.watch(made);
        made.forEach(session -> outbox.append(session.told(now)));
        return made;
    }

    /**
     * Cancels the sessions after a group's last day, except those that somebody has come to already; the week of whoever still
     * has a seat in one is measured soon.
     */
    public void cancelAfter(GroupId group, LocalDate lastDay, Instant now) {
        cancel(sessions.heldToWhichNobodyCame(group, lastDay), CancellationReason.GROUP_ENDED, now);
    }

    /** Cancels the sessions of a day, except those that somebody has come to already. */
    void cancelOn(LocalDate day, Instant now) {
        cancel(sessions.heldToWhichNobodyCame(day), CancellationReason.CLINIC_CLOSED, now);
    }

    /** Cancels sessions; the weeks of whoever had a seat in one are measured soon. */
    void cancel(List<Session> left, CancellationReason reason, Instant now) {
        left.forEach(session -> outbox.append(session.cancel(reason, now)));
        sessions.flush(); // from here on nobody gets a seat in them, so that none is missed below
        seats.giveBack(left.stream().map(Session::id).toList());
        units.assignAround(left);
        left.stream()
                .filter(session -> session.held().endsAt().isBefore(now))
                .forEach(session -> unclosed.settled(session.id(), now));
        left.forEach(session -> weeks.sessionChanged(session.id()));
    }
}
