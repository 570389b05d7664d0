package org.stepwell.scheduling.session;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * A session that nobody closes is silence: nobody's minutes count, no note is due, and nobody is missed. The next morning it is work for
 * whoever leads it.
 */
@Singleton
class UnclosedSessions implements DueDoor {

    private static final String KIND = "session-not-closed";
    private static final Duration AFTER = Duration.ofHours(12);
    private static final Duration WITHIN = Duration.ofHours(12);

    private static final TaskKind NOT_CLOSED = new TaskKind(
            KIND,
            "A session is over, and nobody said who was there: close it, or cancel it where it did not take place.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Sessions sessions;
    private final Seats seats;
    private final Tasks tasks;
    private final Due due;

    UnclosedSessions(Sessions sessions, Seats seats, Tasks tasks, Due due) {
        this.sessions = sessions;
        this.seats = seats;
        this.tasks = tasks;
        this.due = due;
    }

    @Produces
    @Singleton
    static TaskKind notClosed() {
        return NOT_CLOSED;
    }

    /** These were made, or moved; those that were moved to later are looked at again then. */
    void watch(Collection<Session> made) {
        due.sooner(
                KIND,
                made.stream()
                        .map(Session::held)
                        .collect(Collectors.toMap(HeldSession::id, UnclosedSessions::lookedAt)));
    }

    /** It is at another time, and may be still ahead. */
    void moved(Session session, Instant now) {
        tasks.withdraw(NOT_CLOSED, session.id(), now);
        watch(List.of(session));
    }

    /** It was closed, or cancelled after it was over. */
    void settled(SessionId session, Instant now) {
        tasks.done(NOT_CLOSED, session, now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whoever closes it at this moment is waited for; where nobody had a seat, there is nobody to be missed. */
    @Override
    public void due(UUID subject, Instant dueAt) {
        var found = sessions.findByIdOptional(new SessionId(subject), LockModeType.PESSIMISTIC_WRITE)
                .map(Session::held)
                .filter(HeldSession::scheduled);
        if (found.isEmpty()) {
            return;
        }
        var session = found.get();
        var at = lookedAt(session);
        if (at.isAfter(dueAt)) {
            due.at(KIND, session.id(), at);
        } else if (!seats.in(session.id()).isEmpty()) {
            var leader = session.facilitators().isEmpty()
                    ? null
                    : session.facilitators().getFirst();
            tasks.open(new Tasks.Cause(NOT_CLOSED, session.id(), null, null, dueAt), leader, dueAt.plus(WITHIN));
        }
    }

    private static Instant lookedAt(HeldSession session) {
        return session.endsAt().plus(AFTER);
    }
}
