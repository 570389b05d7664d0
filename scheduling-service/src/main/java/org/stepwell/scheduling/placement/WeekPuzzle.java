package org.stepwell.scheduling.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.fidelity.SteadyWeek;
import org.stepwell.scheduling.fidelity.WeekMeasure;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * Makes a patient's week out of groups, one after the other, until it would be called met if it went on like that. A
 * group is left out where it meets at the same hours as one already chosen, where the week would get more minutes or
 * days than the rule set allows, and where it brings the week no closer to what the rule set asks for.
 */
final class WeekPuzzle {

    private static final Set<Need> TOO_MUCH = Set.of(Need.WEEK_MINUTES_AT_MOST, Need.DAYS_AT_MOST);

    private final RuleSet rules;
    private final int minutesWanted;
    private final List<Choice> chosen = new ArrayList<>();
    private WeekMeasure measure;

    /** @param minutesWanted what the episode asks for; the rule set may ask for more */
    WeekPuzzle(RuleSet rules, int minutesWanted) {
        this.rules = rules;
        this.minutesWanted = Math.max(minutesWanted, rules.weekMinutesMin());
        measure = SteadyWeek.measured(rules, List.of());
    }

    /** A group that could be chosen. */
    record Choice(GroupId group, int free, LocalDate startsOn, boolean inGroup, List<Slot> slots) {
        boolean clashesWith(Choice other) {
            return slots.stream().anyMatch(slot -> other.slots().stream().anyMatch(slot::overlaps));
        }

        private List<SteadyWeek.Weekly> hours() {
            return slots.stream()
                    .map(slot -> new SteadyWeek.Weekly(slot.weekday(), slot.minutes(), inGroup))
                    .toList();
        }
    }

    /**
     * The group to try next: those that have begun come first, then those that make the week complete at once, then
     * those with the most free places. Empty where none of those that are left fits.
     */
    Optional<Choice> next(Collection<Choice> left, LocalDate from) {
        return left.stream()
                .filter(this::fits)
                .min(Comparator.comparing((Choice choice) -> choice.startsOn().isAfter(from))
                        .thenComparing(choice -> !completes(with(choice)))
                        .thenComparing(Comparator.comparingInt(Choice::free).reversed())
                        .thenComparing(choice -> choice.group().value()));
    }

    boolean fits(Choice choice) {
        if (complete() || chosen.stream().anyMatch(choice::clashesWith)) {
            return false;
        }
        var then = with(choice);
        return then.unmet().stream().noneMatch(TOO_MUCH::contains) && closer(then);
    }

    void add(Choice choice) {
        measure = with(choice);
        chosen.add(choice);
    }

    boolean complete() {
        return completes(measure);
    }

    int minutes() {
        return measure.minutes();
    }

    int missingMinutes() {
        return missingMinutes(measure);
    }

    int missingDays() {
        return missingDays(measure);
    }

    /** What the rule set asks for and this week would not give. */
    Set<Need> unmet() {
        return measure.unmet();
    }

    List<GroupId> groups() {
        return chosen.stream().map(Choice::group).toList();
    }

    private WeekMeasure with(Choice choice) {
        var hours = new ArrayList<>(choice.hours());
        chosen.forEach(one -> hours.addAll(one.hours()));
        return SteadyWeek.measured(rules, hours);
    }

    private boolean completes(WeekMeasure week) {
        return missingMinutes(week) == 0 && week.unmet().isEmpty();
    }

    private boolean closer(WeekMeasure then) {
        return missingMinutes(then) < missingMinutes()
                || missingDays(then) < missingDays()
                || (unmet().contains(Need.GAP) && then.longestGapDays() < measure.longestGapDays())
                || (unmet().contains(Need.GROUP_SHARE) && then.groupSharePercent() > measure.groupSharePercent());
    }

    private int missingMinutes(WeekMeasure week) {
        return Math.max(0, minutesWanted - week.minutes());
    }

    private int missingDays(WeekMeasure week) {
        return Math.max(0, rules.daysMin() - week.days());
    }
}
