package org.stepwell.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;

/**
 * How the sessions of a group become those it is to have: a session that is free to go goes to an hour of its own day, where there is
 * one, and so keeps its roster, its make-up seats and its id. What is left over is cancelled, and what is missing is made.
 *
 * @param going the sessions that stay or move, and when they are then
 */
record SeriesChange(Map<SessionId, Occurrence> going, List<SessionId> cancelled, List<Occurrence> made) {

    /**
     * A session of the group, as it is.
     *
     * @param day the one of the group's days that it stands for, also where it was moved to another one for once
     * @param fixed it stays as it is: it was held, cancelled by somebody, moved for once, or somebody has come already
     */
    record Standing(SessionId session, LocalDate day, Instant startsAt, Instant endsAt, boolean fixed) {

        private boolean isAt(Occurrence when) {
            return startsAt.equals(when.startsAt()) && endsAt.equals(when.endsAt());
        }
    }

    static SeriesChange of(List<Standing> all, List<Occurrence> wished) {
        var left = new ArrayList<>(wished);
        var going = new LinkedHashMap<SessionId, Occurrence>();
        var free = all.stream().filter(one -> !one.fixed()).toList();
        for (var one : free) {
            take(left, one::isAt).ifPresent(when -> going.put(one.session(), when));
        }
        all.stream().filter(Standing::fixed).forEach(one -> take(left, ofDay(one)));
        var cancelled = new ArrayList<SessionId>();
        for (var one : free) {
            if (!going.containsKey(one.session())) {
                take(left, ofDay(one))
                        .ifPresentOrElse(when -> going.put(one.session(), when), () -> cancelled.add(one.session()));
            }
        }
        return new SeriesChange(going, cancelled, left);
    }

    private static Predicate<Occurrence> ofDay(Standing one) {
        return when -> when.day().equals(one.day());
    }

    /** The first of them, which is then no longer left. */
    private static Optional<Occurrence> take(Collection<Occurrence> left, Predicate<Occurrence> which) {
        var found = left.stream().filter(which).min(Comparator.comparing(Occurrence::startsAt));
        found.ifPresent(left::remove);
        return found;
    }
}
