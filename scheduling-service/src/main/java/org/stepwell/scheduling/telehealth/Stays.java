package org.stepwell.scheduling.telehealth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When somebody was in a meeting; whoever lost the connection and came back has several stays. */
public record Stays(List<Stay> stays) {

    /** Of somebody who was not. */
    public static final Stays NONE = new Stays(List.of());

    /**
     * One stay.
     *
     * @param leftAt none where nobody said so: they stayed to the end
     */
    public record Stay(Instant joinedAt, @Nullable Instant leftAt) {

        boolean reaches(Instant from, Instant until) {
            return joinedAt.isBefore(until) && (leftAt == null || leftAt.isAfter(from));
        }
    }

    /** Whether they were in the meeting at any moment of this time. */
    public boolean reach(Instant from, Instant until) {
        return stays.stream().anyMatch(stay -> stay.reaches(from, until));
    }

    /** The whole minutes of this time in which they were in the meeting; stays that overlap count once. */
    public int minutesBetween(Instant from, Instant until) {
        var inOrder = stays.stream()
                .filter(stay -> stay.reaches(from, until))
                .sorted(Comparator.comparing(Stay::joinedAt))
                .toList();
        var there = Duration.ZERO;
        var counted = from;
        for (var stay : inOrder) {
            var begin = later(counted, stay.joinedAt());
            var end = stay.leftAt() == null || stay.leftAt().isAfter(until) ? until : stay.leftAt();
            if (begin.isBefore(end)) {
                there = there.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return Math.toIntExact(there.toMinutes());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
