package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * A week under one of its rule sets, for a search for make-ups.
 *
 * @param expected the week if every seat ahead is used
 */
record HeldWeek(Standard standard, WeekTally expected) {

    static HeldWeek of(Standard standard, WeekMeasure.Facts facts) {
        return new HeldWeek(standard, WeekTally.counted(standard.rules(), facts).with(facts.ahead()));
    }

    /** Whether it has what it needs with some sessions more. */
    boolean isMetWith(List<Choice> more) {
        return with(more).unmet().isEmpty();
    }

    private WeekTally with(List<Choice> more) {
        return expected.with(standard.counted(more));
    }

    /**
     * Whether so many of these sessions could be enough, each need seen by itself: most weeks that are lost are seen to be so here,
     * without trying any.
     */
    boolean couldBeEnough(List<Choice> choices, int size) {
        var counted = choices.stream()
                .filter(one -> standard.counts(one.day(), one.modality()))
                .toList();
        return !hasTooMuch()
                && enoughMinutes(counted, size)
                && enoughDays(counted, size)
                && enoughInGroups(counted, size)
                && !with(choices).unmet().contains(Need.GAP);
    }

    /** More sessions take nothing away. */
    private boolean hasTooMuch() {
        var unmet = expected.unmet();
        return unmet.contains(Need.WEEK_MINUTES_AT_MOST) || unmet.contains(Need.DAYS_AT_MOST);
    }

    private boolean enoughMinutes(List<Choice> counted, int size) {
        return expected.minutes() + longest(counted.stream(), size)
                >= standard.rules().weekMinutesMin();
    }

    private boolean enoughInGroups(List<Choice> counted, int size) {
        int more = longest(counted.stream().filter(Choice::inGroup), size);
        return expected.exceedsShare(expected.groupMinutes() + more, expected.minutes() + more);
    }

    private static int longest(Stream<Choice> some, int size) {
        return some.map(Choice::minutes)
                .sorted(Comparator.reverseOrder())
                .limit(size)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A session fills one day at most; a day that none fills by itself takes two. */
    private boolean enoughDays(List<Choice> counted, int size) {
        var longest = counted.stream()
                .filter(one -> isShort(one.day()))
                .collect(Collectors.groupingBy(Choice::day, Collectors.reducing(0, Choice::minutes, Math::max)));
        long byOne = longest.entrySet().stream()
                .filter(day -> expected.minutesOn(day.getKey()) + day.getValue() >= expected.dayMinutesMin())
                .count();
        long more = size <= byOne ? size : byOne + (size - byOne) / 2;
        return expected.days() + more >= standard.rules().daysMin();
    }

    private boolean isShort(LocalDate day) {
        return expected.minutesOn(day) < expected.dayMinutesMin();
    }
}
