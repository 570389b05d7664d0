package org.stepwell.scheduling.telehealth;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.HeldSession;
import org.stepwell.scheduling.session.HoldSession;
import org.stepwell.scheduling.session.SessionRule;

/** Sessions that take place by a link. */
@Singleton
class Meetings {

    private final HoldSession sessions;
    private final MeetingLinks links;

    Meetings(HoldSession sessions, MeetingLinks links) {
        this.sessions = sessions;
        this.links = links;
    }

    /** The session, whatever it is; 404 where there is none. */
    HeldSession of(SessionId id) {
        return sessions.of(id);
    }

    /** The same, held until the transaction ends, so that nobody who joins while it is closed is forgotten. */
    HeldSession lockedOf(SessionId id) {
        return sessions.lockedOf(id);
    }

    /** Refuses what meets in a room, and what is closed or cancelled. */
    static void mustBeOpen(HeldSession session) {
        if (!session.scheduled()) {
            throw new Refusal(
                    SessionRule.SESSION_IS_OVER, "Session %s was closed or cancelled.".formatted(session.id()));
        }
        if (!session.telehealth()) {
            throw new Refusal(
                    TelehealthRule.MEETS_IN_A_ROOM, "Session %s is not by telehealth.".formatted(session.id()));
        }
    }

    /** The link of a session that is by telehealth. */
    String linkOf(HeldSession session) {
        return links.open(
                Objects.requireNonNull(session.group()), Objects.requireNonNull(session.sealedLink(), "by telehealth"));
    }
}
