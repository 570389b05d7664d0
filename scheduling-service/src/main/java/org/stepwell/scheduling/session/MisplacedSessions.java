package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.reminder.Reminders;

/**
 * Looks for sessions ahead that are not at the hours of their group, because the clinic's zone is another one since
 * they were planned, and moves them there. One that somebody has come to stays, and so does one that would run into it.
 */
@Singleton
public class MisplacedSessions implements DueDoor {

    private static final String KIND = "misplaced-sessions";
    private static final Logger LOG = Logger.getLogger(MisplacedSessions.class);

    /** Each replica remembers a clinic for some seconds; until then it may still plan by the old zone. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofMinutes(1);

    private final SessionMoves moves;
    private final Sessions sessions;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Due due;
    private final ClinicTime time;

    MisplacedSessions(
            SessionMoves moves, Sessions sessions, Reminders reminders, Outbox outbox, Due due, ClinicTime time) {
        this.moves = moves;
        this.sessions = sessions;
        this.reminders = reminders;
        this.outbox = outbox;
        this.due = due;
        this.time = time;
    }

    /** The clinic may have another zone; where it has not, nothing is misplaced. */
    public void enqueue(ClinicId clinic) {
        due.at(KIND, clinic, time.now().plus(UNTIL_ALL_KNOW));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var now = time.now();
        if (moves.wanted(now).isEmpty()) {
            return;
        }
        moves.hold(now);
        var possible = withoutHindered(moves.wanted(now), now);
        moves.make(possible);
        var moved = possible.stream().map(SessionMoves.Move::session).toList();
        reminders.changed(moved);
        sessions.withLeaders(moved).forEach(session -> outbox.append(session.told(now)));
    }

    /** Whatever is hindered stays, and may hinder others in turn. */
    private List<SessionMoves.Move> withoutHindered(List<SessionMoves.Move> wanted, Instant now) {
        var hindered = moves.hindered(wanted, now);
        if (hindered.isEmpty()) {
            return wanted;
        }
        hindered.forEach(session -> LOG.warnf("session %s keeps its old hour: it would run into another", session));
        var others = wanted.stream()
                .filter(move -> !hindered.contains(move.session()))
                .toList();
        return withoutHindered(others, now);
    }
}
