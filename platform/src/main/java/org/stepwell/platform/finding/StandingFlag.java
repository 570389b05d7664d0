package org.stepwell.platform.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;

/**
 * A safety flag as every service knows it.
 *
 * @param service who raised it; it is cleared there
 * @param episode null where it was raised before there was one
 */
public record StandingFlag(
        UUID id,
        String service,
        @Nullable EpisodeId episode,
        String flag,
        Instant raisedAt,
        @Nullable Instant clearedAt) {

    /** What it warns of and where it is cleared, such as {@code SUICIDE_ITEM (therapy)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(flag, service);
    }
}
