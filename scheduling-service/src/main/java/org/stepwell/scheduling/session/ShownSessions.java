package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.SessionId;

/** Sessions as they are shown, for whoever shows some of them beside something else. */
@Singleton
public class ShownSessions {

    private final Calendar calendar;

    ShownSessions(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Several of them, in one statement. */
    public Map<SessionId, SessionView> of(Collection<SessionId> ids) {
        return calendar.of(ids).stream().collect(Collectors.toMap(SessionView::id, view -> view));
    }
}
