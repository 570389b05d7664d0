package org.stepwell.aftercare.meeting;

import java.util.UUID;
import org.stepwell.contracts.id.Id;

/** A feed, as due rows and tasks know it; people know it by its slug. */
record FeedId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
