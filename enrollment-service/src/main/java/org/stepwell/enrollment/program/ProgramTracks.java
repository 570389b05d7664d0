package org.stepwell.enrollment.program;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwell.enrollment.program.Program.Track;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * The tracks of a program, those that are offered and those that were.
 *
 * @param all by their codes; changed in place
 */
record ProgramTracks(Map<String, ProgramTrack> all) {

    SortedMap<String, ProgramTrack> offered() {
        var offered = new TreeMap<>(all);
        offered.values().removeIf(track -> !track.isOffered());
        return offered;
    }

    /** Refuses those of which two have one code. */
    void offer(List<Track> some) {
        if (some.stream().map(Track::code).distinct().count() < some.size()) {
            throw new Refusal(
                    ProgramRule.TRACK_NAMED_TWICE,
                    "Give each track another code.",
                    List.of(new FieldError("/tracks", "a code twice")));
        }
        some.forEach(track -> all.put(track.code(), new ProgramTrack(track.name(), null)));
    }

    /** These and no others; refused while somebody is in one that would be given up. */
    void offerOnly(List<Track> some, Takers.Use use, Instant now) {
        var gone = new TreeSet<>(offered().keySet());
        some.stream().map(Track::code).forEach(gone::remove);
        var taken = gone.stream().filter(use.tracks()::contains).toList();
        if (!taken.isEmpty()) {
            throw new Refusal(
                    ProgramRule.TRACK_IN_USE,
                    "Somebody waits for %s, is in it or is to change to it. Move them to another track first."
                            .formatted(String.join(", ", taken)),
                    List.of(new FieldError("/tracks", "with " + String.join(", ", taken))));
        }
        offer(some);
        gone.forEach(code -> all.computeIfPresent(code, (_, track) -> track.ended(now)));
    }
}
