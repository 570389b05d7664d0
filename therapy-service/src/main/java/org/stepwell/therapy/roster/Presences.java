package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;

/** Who was at which session: asked by whoever records what was done there. */
@Singleton
public class Presences {

    private final Sessions sessions;
    private final Attendances attendances;

    Presences(Sessions sessions, Attendances attendances) {
        this.sessions = sessions;
        this.attendances = attendances;
    }

    /** Of a patient in an episode, by the newest word; 404 where the session is not known. */
    public Presence of(EpisodeId episode, SessionId session) {
        return new Presence(session, sessions.of(session).date(), attendances.attended(episode, session));
    }
}
