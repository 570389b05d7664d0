package org.stepwell.aftercare.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed, read row by row: what is a meeting, what is not and why.
 *
 * @param meetings what can be stored, each key once
 * @param unread the slugs of refused rows, as far as they could be read: their meetings are still in the feed
 */
record MeetingFeed(int read, List<Keyed> meetings, List<Refused> refused, Set<String> unread) {

    private static final String TWICE = "it stands in the feed before";

    /** A meeting and what it is known by in its feed. */
    record Keyed(String key, FeedRow row) {}

    /** A row that is not stored, and why. */
    @Schema(name = "RefusedFeedRow")
    record Refused(
            @Schema(description = "its place in the feed, from 0")
            int index,

            @Nullable String slug,
            @Schema(examples = "it has no name") String reason) {}

    /** Takes rows one by one, and finds out at the end which slugs are of several meetings. */
    static final class Reading {

        private record Found(int index, FeedRow row) {}

        private final List<Found> found = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Set<String> unread = new HashSet<>();
        private int read;

        void take(@Nullable FeedRow row) {
            if (row != null) {
                found.add(new Found(read, row));
            }
            read++;
        }

        void refuse(@Nullable String slug, String reason) {
            refused.add(new Refused(read, slug, reason));
            if (slug != null) {
                unread.add(slug);
            }
            read++;
        }

        int read() {
            return read;
        }

        /** A slug of one meeting is its key; where several have the same, what tells them apart is added. */
        MeetingFeed end() {
            var once = new LinkedHashMap<String, FeedRow>();
            Map<String, Integer> times = new HashMap<>();
            for (var one : found) {
                var slug = one.row().slug();
                if (once.putIfAbsent(slug + " " + one.row().fingerprint(), one.row()) == null) {
                    times.merge(slug, 1, Integer::sum);
                } else {
                    refused.add(new Refused(one.index(), slug, TWICE));
                }
            }
            var meetings = new ArrayList<Keyed>();
            once.forEach((whole, row) ->
                    meetings.add(new Keyed(times.getOrDefault(row.slug(), 1) == 1 ? row.slug() : whole, row)));
            refused.sort((one, other) -> Integer.compare(one.index(), other.index()));
            return new MeetingFeed(read, meetings, refused, unread);
        }
    }
}
