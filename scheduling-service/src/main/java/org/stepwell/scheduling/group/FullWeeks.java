package org.stepwell.scheduling.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many more patients a track can give a full week. One full week is made of the groups with the most free places,
 * taken until their minutes reach what the rule set asks for; it is as free as the fullest of these groups. Those places
 * are taken off, and the next full week is made of what is left, until no more can be made. Hours that overlap are not
 * looked at here: placement does that, and says what is missing.
 */
record FullWeeks(int free, LocalDate from) {

    /** A group as an offer: its minutes a week, its free places, and the first day they can be used. */
    record Offer(int weeklyMinutes, int free, LocalDate from) {}

    /** Counts the full weeks; {@code from} is the day on which all groups of the first one have begun. */
    static FullWeeks among(List<Offer> offers, int minutesWanted, LocalDate today) {
        var left = new ArrayList<>(offers);
        int all = 0;
        var from = today;
        for (var week = fullWeek(left, minutesWanted); !week.isEmpty(); week = fullWeek(left, minutesWanted)) {
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
                left.add(new Offer(used.weeklyMinutes(), used.free() - free, used.from()));
            }
        }
        return new FullWeeks(all, from);
    }

    /** Whether there is nothing new to tell: as many, from the same day or at once, or none. */
    boolean isAs(FullWeeks told, LocalDate today) {
        boolean bothAtOnce = !from.isAfter(today) && !told.from.isAfter(today);
        return free == told.free && (free == 0 || bothAtOnce || from.equals(told.from));
    }

    private static List<Offer> fullWeek(List<Offer> offers, int minutesWanted) {
        var week = new ArrayList<Offer>();
        int minutes = 0;
        var mostFreeFirst = offers.stream()
                .filter(offer -> offer.free() > 0)
                .sorted(Comparator.comparingInt(Offer::free)
                        .reversed()
                        .thenComparing(Offer::from)
                        .thenComparing(
                                Comparator.comparingInt(Offer::weeklyMinutes).reversed()))
                .toList();
        for (var offer : mostFreeFirst) {
            if (minutes >= minutesWanted) {
                break;
            }
            week.add(offer);
            minutes += offer.weeklyMinutes();
        }
        return minutes >= Math.max(minutesWanted, 1) ? week : List.of();
    }
}
