package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The days of a group: from its first to its last, if it has one, and how far ahead its sessions are made. */
@Embeddable
class Run {

    private static final int DAYS_IN_WEEK = 7;

    /** Until the day of a change the sessions are made at once. */
    private static final int CHANGES_AHEAD_MAX = 90;

    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private LocalDate plannedThrough;

    @SuppressWarnings("NullAway.Init")
    Run() {}

    Run(LocalDate startsOn, @Nullable LocalDate endsOn, LocalDate today) {
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        plannedThrough = (startsOn.isAfter(today) ? startsOn : today).minusDays(1);
    }

    /** Days from one to another, both included; none where the second is before the first. */
    record Span(LocalDate from, LocalDate through) {}

    /** Says the last day, or an earlier one. */
    void endOn(LocalDate lastDay) {
        GroupPlan.requireEndAfterStart(startsOn, lastDay);
        if (endsOn != null && lastDay.isAfter(endsOn)) {
            throw new Refusal(
                    GroupRule.GROUP_ENDS_NO_LATER, "It ends on %s. Say that day or an earlier one.".formatted(endsOn));
        }
        endsOn = lastDay;
    }

    /** Refuses to change what was, what is over, and what nobody can know yet. */
    void requireChangeableFrom(LocalDate from, LocalDate today) {
        var horizon = today.plusDays(CHANGES_AHEAD_MAX);
        if (from.isBefore(today)
                || from.isBefore(startsOn)
                || from.isAfter(horizon)
                || (endsOn != null && from.isAfter(endsOn))) {
            throw new Refusal(
                    GroupRule.CHANGES_WHILE_IT_RUNS,
                    "It runs from %s. Say today or a later day of it, until %s.".formatted(startsOn, horizon),
                    List.of(new FieldError("/from", "from %s to %s, while the group runs".formatted(today, horizon))));
        }
    }

    /** The days up to a horizon that have no sessions yet; from now on they have. */
    Span planThrough(LocalDate horizon) {
        var first = plannedThrough.plusDays(1);
        var last = endsOn != null && endsOn.isBefore(horizon) ? endsOn : horizon;
        if (!last.isAfter(plannedThrough)) {
            return new Span(first, plannedThrough);
        }
        plannedThrough = last;
        return new Span(first, last);
    }

    /** The last day, where it is over by a day. */
    Optional<LocalDate> overBy(LocalDate day) {
        return Optional.ofNullable(endsOn).filter(day::isAfter);
    }

    /**
     * The day after another on which something about the group changes by itself: on its first day a closed one takes nobody any
     * more; a week later its sessions go on; five days before its last day it has no whole week to give any more; after the last day
     * it ends.
     */
    LocalDate nextChange(LocalDate day, LocalDate today) {
        if (startsOn.isAfter(today)) {
            return startsOn;
        }
        var inAWeek = day.plusDays(DAYS_IN_WEEK);
        return endsOn == null
                ? inAWeek
                : Stream.of(inAWeek, endsOn.minusDays(DAYS_IN_WEEK - 2), endsOn.plusDays(1))
                        .filter(day::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(inAWeek);
    }

    /** The last day for which there are sessions. */
    LocalDate plannedThrough() {
        return plannedThrough;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }
}
