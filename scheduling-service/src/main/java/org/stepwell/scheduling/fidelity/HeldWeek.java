package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/** A week under one of its rule sets, as it is and as it would be with more sessions. */
record HeldWeek(Standard standard, WeekMeasure.Facts facts) {

    WeekMeasure with(List<Choice> way) {
        return WeekMeasure.of(
                standard.rules(), facts.with(counted(way).map(Choice::treatment).toList()));
    }

    private Stream<Choice> counted(List<Choice> choices) {
        return choices.stream().filter(one -> standard.counts(one.day(), one.modality()));
    }

    /** Whether so many sessions could give it the minutes and the days it needs, if they were the best for each. */
    boolean couldBeEnough(List<Choice> choices, int size) {
        var byDay = Stream.concat(facts.counted().stream(), facts.ahead().stream())
                .filter(one -> !one.day().isBefore(facts.weekStart()))
                .collect(Collectors.groupingBy(Treatment::day, Collectors.summingInt(Treatment::minutes)));
        return enoughMinutes(byDay, choices, size) && enoughDays(byDay, choices, size);
    }

    private boolean enoughMinutes(Map<LocalDate, Integer> byDay, List<Choice> choices, int size) {
        int longest = counted(choices)
                .map(Choice::minutes)
                .sorted(Comparator.reverseOrder())
                .limit(size)
                .mapToInt(Integer::intValue)
                .sum();
        int already = byDay.values().stream().mapToInt(Integer::intValue).sum();
        return already + longest >= standard.rules().weekMinutesMin();
    }

    /** A session fills one day at most; a day that none fills by itself takes two. */
    private boolean enoughDays(Map<LocalDate, Integer> byDay, List<Choice> choices, int size) {
        int dayMin = Objects.requireNonNullElse(standard.rules().dayMinutesMin(), 1);
        var longest = counted(choices)
                .filter(one -> byDay.getOrDefault(one.day(), 0) < dayMin)
                .collect(Collectors.groupingBy(Choice::day, Collectors.reducing(0, Choice::minutes, Math::max)));
        long full = byDay.values().stream().filter(minutes -> minutes >= dayMin).count();
        long byOne = longest.entrySet().stream()
                .filter(day -> byDay.getOrDefault(day.getKey(), 0) + day.getValue() >= dayMin)
                .count();
        long more = size <= byOne ? size : byOne + (size - byOne) / 2;
        return full + more >= standard.rules().daysMin();
    }
}
