package org.stepwell.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;

/**
 * How the sessions ahead of a group become those it is to have: a session goes to an hour of its own day, where there is one, and so
 * keeps its roster, its make-up seats and its id. What is left over is cancelled, and what is missing is made.
 *
 * @param going the sessions that stay or move, and when they are then
 */
record SeriesChange(Map<SessionId, Occurrence> going, List<SessionId> cancelled, List<Occurrence> made) {

    /** A session ahead, as it is. One that was moved for once stays, and stands for an hour of its day, or of its week. */
    record Ahead(SessionId session, LocalDate day, Instant startsAt, Instant endsAt, boolean ownHours) {

        private boolean isAt(Occurrence when) {
            return startsAt.equals(when.startsAt()) && endsAt.equals(when.endsAt());
        }
    }

    /** The days of a week by which a session that was moved for once may be away from the hour it stands for. */
    private static final int DAYS_OFF_MAX = 6;

    static SeriesChange of(List<Ahead> ahead, List<Occurrence> wished) {
        var left = new ArrayList<>(wished);
        ahead.stream().filter(Ahead::ownHours).forEach(one -> standsFor(one, left));
        var going = new LinkedHashMap<SessionId, Occurrence>();
        var others = new ArrayList<Ahead>();
        for (var one : ahead) {
            if (!one.ownHours() && !stays(one, left, going)) {
                others.add(one);
            }
        }
        var byDay = new HashMap<>(left.stream().collect(Collectors.groupingBy(Occurrence::day)));
        var cancelled = new ArrayList<SessionId>();
        for (var one : others) {
            var hours = byDay.getOrDefault(one.day(), List.of());
            if (hours.isEmpty()) {
                cancelled.add(one.session());
            } else {
                going.put(one.session(), hours.removeFirst());
            }
        }
        left.removeAll(going.values());
        return new SeriesChange(going, cancelled, left);
    }

    private static boolean stays(Ahead one, List<Occurrence> left, Map<SessionId, Occurrence> going) {
        var same = left.stream().filter(one::isAt).findFirst();
        same.ifPresent(when -> {
            left.remove(when);
            going.put(one.session(), when);
        });
        return same.isPresent();
    }

    private static void standsFor(Ahead moved, List<Occurrence> left) {
        left.stream()
                .filter(when -> daysOff(moved, when) <= DAYS_OFF_MAX)
                .min(Comparator.comparingLong((Occurrence when) -> daysOff(moved, when))
                        .thenComparing(Occurrence::startsAt))
                .ifPresent(left::remove);
    }

    private static long daysOff(Ahead moved, Occurrence when) {
        return Math.abs(moved.day().toEpochDay() - when.day().toEpochDay());
    }
}
