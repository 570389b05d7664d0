package org.stepwell.scheduling.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.fidelity.SteadyWeek;
import org.stepwell.scheduling.fidelity.WeekMeasure;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * Makes a patient's week out of groups, one after the other, until it would be called met if it went on like that. A
 * group is left out where it meets at the same hours as one already chosen, where the week would get more minutes or
 * days than the rule set allows, and where it brings the week no closer to what the rule set asks for. A group that
 * begins too late or ends too early is better than nothing: it is chosen after the others, and its hours stay missing.
 */
final class WeekPuzzle {

    private final RuleSet rules;
    private final int minutesWanted;
    private final LastingWeeks weeks;
    private final List<Choice> chosen = new ArrayList<>();

    /**
     * @param minutesWanted what the episode asks for; the rule set may ask for more
     * @param weeks in which a group must meet so that it counts
     */
    WeekPuzzle(RuleSet rules, int minutesWanted, LastingWeeks weeks) {
        this.rules = rules;
        this.minutesWanted = Math.max(minutesWanted, rules.weekMinutesMin());
        this.weeks = weeks;
    }

    /**
     * A group that could be chosen. Its week is the one that goes on: hours that end soon are none on which anybody can count, but they
     * must be free until then.
     *
     * @param slots from the day on from which places are wanted
     */
    record Choice(
            GroupId group,
            int free,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean inGroup,
            List<DatedSlot> slots) {
        boolean clashesWith(Choice other) {
            return slots.stream().anyMatch(slot -> other.slots().stream().anyMatch(slot::overlaps));
        }

        Stream<Slot> weekly() {
            return slots.stream().filter(DatedSlot::goesOn).map(DatedSlot::slot);
        }

        private Stream<SteadyWeek.Weekly> hours() {
            return weekly().map(slot -> new SteadyWeek.Weekly(slot.weekday(), slot.minutes(), inGroup));
        }
    }

    /**
     * The group to try next: those that count come first, then those that have begun, then those that make the week
     * complete at once, then those with the most free places. Empty where none of those that are left fits.
     */
    Optional<Choice> next(Collection<Choice> left, LocalDate from) {
        return left.stream()
                .filter(this::fits)
                .min(Comparator.comparing((Choice choice) -> !weeks.have(choice))
                        .thenComparing(choice -> choice.startsOn().isAfter(from))
                        .thenComparing(choice -> !completes(measured(besides(choice), choice)))
                        .thenComparing(Comparator.comparingInt(Choice::free).reversed())
                        .thenComparing(choice -> choice.group().value()));
    }

    boolean fits(Choice choice) {
        var before = measured(besides(choice));
        if (completes(before) || chosen.stream().anyMatch(choice::clashesWith)) {
            return false;
        }
        var week = measured(chosen, choice);
        return week.unmet().stream().noneMatch(WeekMeasure.TOO_MUCH::contains)
                && closer(before, measured(besides(choice), choice));
    }

    void add(Choice choice) {
        chosen.add(choice);
    }

    boolean complete() {
        return completes(measured(lasting()));
    }

    int minutes() {
        return measured(lasting()).minutes();
    }

    int missingMinutes() {
        return missingMinutes(measured(lasting()));
    }

    int missingDays() {
        return missingDays(measured(lasting()));
    }

    /** What the rule set asks for and this week would not give. */
    Set<Need> unmet() {
        return measured(lasting()).unmet();
    }

    List<GroupId> groups() {
        return chosen.stream().map(Choice::group).toList();
    }

    private List<Choice> lasting() {
        return chosen.stream().filter(weeks::have).toList();
    }

    /** What a group is to be held against: one that counts beside those that count, another one beside all. */
    private List<Choice> besides(Choice choice) {
        return weeks.have(choice) ? lasting() : chosen;
    }

    private WeekMeasure measured(List<Choice> groups, Choice... more) {
        return SteadyWeek.measured(
                rules,
                Stream.concat(groups.stream(), Stream.of(more))
                        .flatMap(Choice::hours)
                        .toList());
    }

    private boolean completes(WeekMeasure week) {
        return missingMinutes(week) == 0 && week.unmet().isEmpty();
    }

    private boolean closer(WeekMeasure before, WeekMeasure then) {
        return missingMinutes(then) < missingMinutes(before)
                || missingDays(then) < missingDays(before)
                || (before.unmet().contains(Need.GAP) && then.longestGapDays() < before.longestGapDays())
                || (before.unmet().contains(Need.GROUP_SHARE) && then.groupSharePercent() > before.groupSharePercent())
                || !then.unmet().containsAll(before.unmet());
    }

    private int missingMinutes(WeekMeasure week) {
        return Math.max(0, minutesWanted - week.minutes());
    }

    private int missingDays(WeekMeasure week) {
        return Math.max(0, rules.daysMin() - week.days());
    }
}
