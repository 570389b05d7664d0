package org.stepwell.scheduling.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.fidelity.SteadyWeek;
import org.stepwell.scheduling.fidelity.WeekMeasure;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * How many more patients a track can give a full week. One full week is made of the groups with the most free places that do not
 * meet at the same hours, taken until the rule set would call it met; it is as free as the fullest of these groups. Those places
 * are taken off, and the next full week is made of what is left, until no more can be made.
 */
record FullWeeks(int free, LocalDate from) {

    private static final Set<Need> TOO_MUCH = Set.of(Need.WEEK_MINUTES_AT_MOST, Need.DAYS_AT_MOST);

    /** A group as an offer: its hours each week, its free places, and the first day they can be used. */
    record Offer(List<Slot> slots, boolean inGroup, int free, LocalDate from) {

        private int weeklyMinutes() {
            return slots.stream().mapToInt(Slot::minutes).sum();
        }

        private boolean clashesWith(Offer other) {
            return slots.stream().anyMatch(slot -> other.slots().stream().anyMatch(slot::overlaps));
        }

        private Stream<SteadyWeek.Weekly> hours() {
            return slots.stream().map(slot -> new SteadyWeek.Weekly(slot.weekday(), slot.minutes(), inGroup));
        }

        private Offer less(int places) {
            return new Offer(slots, inGroup, free - places, from);
        }
    }

    /** Counts the full weeks; {@code from} is the day on which all groups of the first one have begun. */
    static FullWeeks among(List<Offer> offers, RuleSet rules, LocalDate today) {
        var left = new ArrayList<>(offers);
        int all = 0;
        var from = today;
        for (var week = fullWeek(left, rules); !week.isEmpty(); week = fullWeek(left, rules)) {
            int free = week.stream().mapToInt(Offer::free).min().orElseThrow();
            if (all == 0) {
                from = week.stream()
                        .map(Offer::from)
                        .filter(today::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(today);
            }
            all += free;
            for (var used : week) {
                left.remove(used);
                left.add(used.less(free));
            }
        }
        return new FullWeeks(all, from);
    }

    /** Whether there is nothing new to tell: as many, from the same day or at once, or none. */
    boolean isAs(FullWeeks told, LocalDate today) {
        boolean bothAtOnce = !from.isAfter(today) && !told.from.isAfter(today);
        return free == told.free && (free == 0 || bothAtOnce || from.equals(told.from));
    }

    private static List<Offer> fullWeek(List<Offer> offers, RuleSet rules) {
        var mostFreeFirst = offers.stream()
                .filter(offer -> offer.free() > 0)
                .sorted(Comparator.comparingInt(Offer::free)
                        .reversed()
                        .thenComparing(Offer::from)
                        .thenComparing(
                                Comparator.comparingInt(Offer::weeklyMinutes).reversed()))
                .toList();
        var week = new ArrayList<Offer>();
        for (var offer : mostFreeFirst) {
            var more = new ArrayList<>(week);
            more.add(offer);
            var measured = measured(more, rules);
            if (week.stream().anyMatch(offer::clashesWith)
                    || measured.unmet().stream().anyMatch(TOO_MUCH::contains)) {
                continue;
            }
            week.add(offer);
            if (measured.unmet().isEmpty()) {
                return week;
            }
        }
        return List.of();
    }

    private static WeekMeasure measured(List<Offer> offers, RuleSet rules) {
        return SteadyWeek.measured(rules, offers.stream().flatMap(Offer::hours).toList());
    }
}
