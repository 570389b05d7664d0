package org.stepwell.scheduling.placement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.scheduling.calendar.Slot;

/**
 * Makes a patient's week out of groups, one after the other: groups that have begun come first, then those with the most
 * free places. A group is left out where it meets at the same hours as one already chosen, or where the week would get
 * more minutes or more days than the rule set allows.
 */
final class WeekPuzzle {

    private final RuleSet rules;
    private final int minutesWanted;
    private final List<Choice> chosen = new ArrayList<>();
    private int minutes;

    WeekPuzzle(RuleSet rules, int minutesWanted) {
        this.rules = rules;
        this.minutesWanted = minutesWanted;
    }

    /** A group that could be chosen. */
    record Choice(GroupId group, int free, LocalDate startsOn, List<Slot> slots) {
        int minutes() {
            return slots.stream().mapToInt(Slot::minutes).sum();
        }

        boolean clashesWith(Choice other) {
            return slots.stream().anyMatch(slot -> other.slots().stream().anyMatch(slot::overlaps));
        }
    }

    /** The order in which groups are tried. */
    static List<Choice> inOrder(List<Choice> choices, LocalDate from) {
        return choices.stream()
                .sorted(Comparator.comparing(
                                (Choice choice) -> choice.startsOn().isAfter(from))
                        .thenComparing(Comparator.comparingInt(Choice::free).reversed())
                        .thenComparing(choice -> choice.group().value()))
                .toList();
    }

    boolean fits(Choice choice) {
        return !complete()
                && minutes + choice.minutes() <= rules.weekMinutesMax()
                && daysWith(choice).size() <= rules.daysMax()
                && chosen.stream().noneMatch(choice::clashesWith);
    }

    void add(Choice choice) {
        chosen.add(choice);
        minutes += choice.minutes();
    }

    boolean complete() {
        return minutes >= minutesWanted;
    }

    int minutes() {
        return minutes;
    }

    int missingMinutes() {
        return Math.max(0, minutesWanted - minutes);
    }

    List<GroupId> groups() {
        return chosen.stream().map(Choice::group).toList();
    }

    private Set<DayOfWeek> daysWith(Choice choice) {
        var days = new HashSet<DayOfWeek>();
        chosen.forEach(one -> one.slots().forEach(slot -> days.add(slot.weekday())));
        choice.slots().forEach(slot -> days.add(slot.weekday()));
        return days;
    }
}
