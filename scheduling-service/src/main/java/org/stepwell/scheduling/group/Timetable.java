package org.stepwell.scheduling.group;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;

/** The weekly hours of a group, those that it had, those that it has, and those that were announced. */
@Embeddable
class Timetable {

    @ElementCollection
    @CollectionTable(name = "group_slot", joinColumns = @JoinColumn(name = "group_id"))
    private Set<DatedSlot> slots = new HashSet<>();

    Timetable() {}

    Timetable(Collection<Slot> weekly, LocalDate from) {
        become(weekly, from);
    }

    /** Other hours from a day on; what was announced for later is not to come any more. */
    void become(Collection<Slot> weekly, LocalDate from) {
        var all = new HashSet<DatedSlot>();
        slots.stream()
                .filter(one -> one.firstDay().isBefore(from))
                .map(one -> one.until(from.minusDays(1)))
                .forEach(all::add);
        weekly.forEach(slot -> all.add(new DatedSlot(slot, from, null)));
        slots.clear();
        slots.addAll(all);
    }

    /** Whether a change from a day on to these hours would change nothing. */
    boolean isAlready(Collection<Slot> weekly, LocalDate from) {
        return !since().isAfter(from) && Set.copyOf(newest()).equals(Set.copyOf(weekly));
    }

    /** The hours that go on. */
    List<Slot> newest() {
        return inOrder(slots.stream().filter(DatedSlot::goesOn).toList());
    }

    /** The first day of the hours that go on. */
    LocalDate since() {
        return slots.stream()
                .filter(DatedSlot::goesOn)
                .map(DatedSlot::firstDay)
                .findAny()
                .orElseThrow();
    }

    /** The hours that hold before those that go on, from a day on, by their last day. */
    SortedMap<LocalDate, List<Slot>> before(LocalDate today) {
        return slots.stream()
                .filter(one -> one.lastDay() != null && !one.lastDay().isBefore(today))
                .collect(Collectors.groupingBy(
                        DatedSlot::lastDay,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Timetable::inOrder)));
    }

    /** All hours, with the days on which they hold. */
    List<DatedSlot> all() {
        return List.copyOf(slots);
    }

    private static List<Slot> inOrder(List<DatedSlot> some) {
        return some.stream()
                .map(DatedSlot::slot)
                .sorted(Comparator.comparing(Slot::weekday).thenComparing(Slot::opensAt))
                .toList();
    }
}
