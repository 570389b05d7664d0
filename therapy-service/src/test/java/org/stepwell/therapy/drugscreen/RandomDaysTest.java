package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over many draws with one seed each: how many days, how far apart, and whether any is left out. */
class RandomDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int DRAWS = 2_000;

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,  7, 1
            2,  7, 2
            4, 28, 2
            4, 28, 5
            8, 28, 1
            1, 60, 1
            """)
    void asManyAsAskedForAsFarApartAsAskedForAndOnOpenDaysAlone(int times, int perDays, int apart) {
        var open = weekdays(perDays);
        for (int seed = 0; seed < DRAWS; seed++) {
            var drawn = RandomDays.draw(open, times, apart, new Random(seed));

            assertThat(drawn).hasSize(times).isSorted();
            assertThat(open).containsAll(drawn);
            for (int i = 1; i < drawn.size(); i++) {
                assertThat(ChronoUnit.DAYS.between(drawn.get(i - 1), drawn.get(i)))
                        .isGreaterThanOrEqualTo(apart);
            }
        }
    }

    @Test
    void everyOpenDayComesUpAndNoneMuchMoreOftenThanAnother() {
        var open = weekdays(28);
        var times = new HashMap<LocalDate, Integer>();
        for (int seed = 0; seed < DRAWS; seed++) {
            RandomDays.draw(open, 4, 1, new Random(seed)).forEach(day -> times.merge(day, 1, Integer::sum));
        }

        // Four of twenty: four hundred each, give or take.
        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(open);
        assertThat(times.values()).allMatch(count -> count > 300 && count < 500);
    }

    @Test
    void everyWeekdayComesUpAlsoWhereDaysLieApart() {
        var weekdays = new HashSet<DayOfWeek>();
        for (int seed = 0; seed < DRAWS; seed++) {
            RandomDays.draw(weekdays(28), 4, 5, new Random(seed)).forEach(day -> weekdays.add(day.getDayOfWeek()));
        }

        assertThat(weekdays).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(WEEKEND)));
    }

    @Test
    void eachChoiceIsAsLikelyAsAnyOther() {
        // Of five days, two that are not neighbours: six choices.
        var choices = new HashMap<List<LocalDate>, Integer>();
        for (int seed = 0; seed < 6_000; seed++) {
            choices.merge(RandomDays.draw(weekdays(5), 2, 2, new Random(seed * 7919L)), 1, Integer::sum);
        }

        assertThat(choices).hasSize(6);
        assertThat(choices.values()).allMatch(count -> count > 850 && count < 1_150);
    }

    @Test
    void whereFewerFitAsManyAsDoAreDrawn() {
        assertThat(RandomDays.draw(weekdays(7), 5, 2, new Random(1))).hasSize(3);
        assertThat(RandomDays.draw(List.of(), 3, 1, new Random(1))).isEmpty();
        assertThat(RandomDays.room(weekdays(7), 9, 1)).isEqualTo(5);
        assertThat(RandomDays.room(weekdays(28), 20, 1)).isEqualTo(20);
    }

    private static List<LocalDate> weekdays(int days) {
        return MONDAY.datesUntil(MONDAY.plusDays(days))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .toList();
    }
}
