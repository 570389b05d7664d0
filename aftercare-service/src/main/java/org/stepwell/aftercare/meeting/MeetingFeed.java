package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A Meeting Guide feed, read row by row: what is a meeting, what is not and why.
 *
 * @param meetings what can be stored, each slug once
 * @param slugs every slug that could be read, also those of refused rows: their meetings are still in the feed
 */
record MeetingFeed(int read, List<FeedRow> meetings, List<Refused> refused, Set<String> slugs) {

    private static final int SLUG_CHARACTERS_MAX = 200;

    /** A row that is not stored, and why. */
    @Schema(name = "RefusedFeedRow")
    record Refused(
            @Schema(description = "its place in the feed, from 0")
            int index,

            @Nullable String slug,
            @Schema(examples = "it has no name") String reason) {}

    static MeetingFeed read(Iterable<JsonNode> rows) {
        var meetings = new ArrayList<FeedRow>();
        var refused = new ArrayList<Refused>();
        var slugs = new HashSet<String>();
        int index = 0;
        for (var row : rows) {
            @Nullable String slug = FeedText.of(row, "slug", SLUG_CHARACTERS_MAX);
            try {
                boolean seenBefore = slug != null && !slugs.add(slug);
                if (seenBefore) {
                    throw new FeedRow.Bad("its slug stands in the feed before");
                }
                meetings.add(FeedRow.read(row));
            } catch (FeedRow.Bad bad) {
                refused.add(new Refused(index, slug, bad.reason()));
            }
            index++;
        }
        return new MeetingFeed(index, meetings, refused, slugs);
    }
}
