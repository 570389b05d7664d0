package org.stepwell.scheduling.availability;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;

/** What groups say of guests: asked by whoever gives seats in single sessions, answered by the groups. */
public interface GroupsTake {

    /** Whether a guest of an episode may sit in a session: its group is of their program, and for them. */
    boolean takes(SessionId session, EpisodeId episode);

    /** In which of some sessions of their own program no guest of an episode may sit, because the group is for others. */
    Map<EpisodeId, Set<SessionId>> closedTo(Collection<EpisodeId> episodes, Collection<SessionId> sessions);
}
