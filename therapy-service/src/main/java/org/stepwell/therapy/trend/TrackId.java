package org.stepwell.therapy.trend;

import java.util.UUID;
import org.stepwell.contracts.id.Id;

/** One questionnaire that is followed over an episode; only its task is about it. */
record TrackId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
