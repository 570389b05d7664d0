package org.stepwell.aftercare.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a feed that somebody or the clock brought. */
@Schema(name = "MeetingFeedImport")
record FeedImport(
        UUID id,
        @Schema(examples = "demo") String feed,
        Instant at,
        Cause cause,

        @Schema(
                description =
                        "STORED; UNCHANGED since the last time; HELD, because most of its meetings would be gone; REFUSED. After"
                                + " the last two the list is what it was before")
        Outcome outcome,

        @Schema(description = "why it was held or refused", examples = "the server answers 503") @Nullable
        String because,

        @Schema(description = "rows in the feed") int read,

        @Schema(description = "meetings that are now as the feed has them")
        int stored,

        @Schema(description = "of them, those that were otherwise before")
        int changed,

        @Schema(description = "of them, those that were not there before")
        int added,

        @Schema(description = "meetings the feed no longer has")
        int gone,

        @Schema(description = "rows that are no meetings") int refusedCount,

        @Schema(description = "the first hundred of them, and why")
        List<MeetingFeed.Refused> refused) {

    private static final int REFUSED_SHOWN_MAX = 100;

    /** Who brought it. */
    @Schema(name = "FeedImportCause")
    enum Cause {
        UPLOAD,
        FETCH
    }

    /** What became of it. */
    @Schema(name = "FeedImportOutcome")
    enum Outcome {
        STORED,
        UNCHANGED,
        HELD,
        REFUSED
    }

    static FeedImport stored(UUID id, String feed, Instant at, Cause cause, MeetingFeed read, StoreFeed.Stored stored) {
        return new FeedImport(
                id,
                feed,
                at,
                cause,
                Outcome.STORED,
                null,
                read.read(),
                read.meetings().size(),
                stored.changed(),
                stored.added(),
                stored.gone(),
                read.refused().size(),
                first(read));
    }

    static FeedImport held(UUID id, String feed, Instant at, Cause cause, MeetingFeed read, StoreFeed.Loss loss) {
        return new FeedImport(
                id,
                feed,
                at,
                cause,
                Outcome.HELD,
                "%d of %d meetings would be gone".formatted(loss.gone(), loss.active()),
                read.read(),
                0,
                0,
                0,
                0,
                read.refused().size(),
                first(read));
    }

    static FeedImport of(UUID id, String feed, Instant at, Outcome outcome, @Nullable String because) {
        return new FeedImport(id, feed, at, Cause.FETCH, outcome, because, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** One in which no meeting could be read. */
    static FeedImport without(UUID id, String feed, Instant at, MeetingFeed read) {
        return new FeedImport(
                id,
                feed,
                at,
                Cause.FETCH,
                Outcome.REFUSED,
                "it has %d rows and no meeting".formatted(read.read()),
                read.read(),
                0,
                0,
                0,
                0,
                read.refused().size(),
                first(read));
    }

    private static List<MeetingFeed.Refused> first(MeetingFeed read) {
        return read.refused().stream().limit(REFUSED_SHOWN_MAX).toList();
    }
}
