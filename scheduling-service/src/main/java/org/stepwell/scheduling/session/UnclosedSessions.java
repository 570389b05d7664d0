package org.stepwell.scheduling.session;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
    private final Tasks tasks;
    private final Due due;

    UnclosedSessions(Sessions sessions, Tasks tasks, Due due) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.due = due;
    }

    @Produces
    @Singleton
    static TaskKind notClosed() {
        return NOT_CLOSED;
    }

    /** These were made; wherever they are moved to, they are looked at again. */
    void watch(Collection<Session> made) {
        due.sooner(
                KIND,
                made.stream()
                        .map(Session::held)
                        .collect(Collectors.toMap(HeldSession::id, UnclosedSessions::lookedAt)));
    }

    /** It was closed, or cancelled after it was over. */
    void settled(SessionId session, Instant now) {
        tasks.done(NOT_CLOSED, session, now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var found = sessions.findByIdOptional(new SessionId(subject))
                .map(Session::held)
                .filter(HeldSession::scheduled);
        if (found.isEmpty()) {
            return;
        }
        var session = found.get();
        var at = lookedAt(session);
        if (at.isAfter(dueAt)) {
            due.at(KIND, session.id(), at);
            return;
        }
        var leader =
                session.facilitators().isEmpty() ? null : session.facilitators().getFirst();
        tasks.open(new Tasks.Cause(NOT_CLOSED, session.id(), null, null, dueAt), leader, dueAt.plus(WITHIN));
    }

    private static Instant lookedAt(HeldSession session) {
        return session.endsAt().plus(AFTER);
    }
}
