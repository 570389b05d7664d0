package org.stepwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RhythmTest {

    private static final LocalDate BEGAN = LocalDate.parse("2024-02-29");

    private final Rhythm rhythm = new Rhythm(12, 24, 52, 104);

    @Test
    void twoYearsHaveTwentyNineCheckInsAllOnTheSameDayOfTheWeek() {
        assertThat(weeks(Pace.BY_TIME))
                .containsExactly(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 44, 48, 52, 65,
                        78, 91, 104);
    }

    @Test
    void afterTwoYearsNobodyAsksUnlessSomebodySaysSo() {
        assertThat(rhythm.after(BEGAN, Pace.BY_TIME, BEGAN.plusWeeks(104))).isEmpty();
        assertThat(rhythm.after(BEGAN, Pace.BY_TIME, BEGAN.plusWeeks(92))).isEmpty();
        assertThat(rhythm.after(BEGAN, Pace.QUARTERLY, BEGAN.plusWeeks(104))).contains(BEGAN.plusWeeks(117));
    }

    @ParameterizedTest
    @CsvSource({"WEEKLY, 1", "TWO_WEEKLY, 2", "FOUR_WEEKLY, 4", "QUARTERLY, 13"})
    void aPaceThatSomebodySetHoldsWhateverTheTime(Pace pace, int weeks) {
        for (int week = 0; week < 120; week++) {
            assertThat(rhythm.after(BEGAN, pace, BEGAN.plusWeeks(week))).contains(BEGAN.plusWeeks(week + weeks));
        }
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void theNextOneAlwaysComesLater(Pace pace) {
        for (int day = -30; day < 800; day++) {
            var due = BEGAN.plusDays(day);
            rhythm.after(BEGAN, pace, due).ifPresent(next -> assertThat(next).isAfter(due));
        }
    }

    @Test
    void aRhythmWhoseWeeksBecomeFewerIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rhythm(12, 8, 52, 104))
                .withMessageContaining("in order");
    }

    private List<Integer> weeks(Pace pace) {
        var found = new ArrayList<Integer>();
        var next = rhythm.after(BEGAN, pace, BEGAN);
        while (next.isPresent()) {
            found.add(Math.toIntExact(ChronoUnit.WEEKS.between(BEGAN, next.get())));
            assertThat(next.get().getDayOfWeek()).isEqualTo(BEGAN.getDayOfWeek());
            next = rhythm.after(BEGAN, pace, next.get());
        }
        return found;
    }
}
