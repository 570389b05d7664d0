package org.stepwell.therapy.measuredue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.measuredue.Occasion.DAY_30;
import static org.stepwell.therapy.measuredue.Occasion.DAY_60;
import static org.stepwell.therapy.measuredue.Occasion.DAY_90;
import static org.stepwell.therapy.measuredue.Occasion.PLANNED_DISCHARGE;
import static org.stepwell.therapy.measuredue.Occasion.WEEKLY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;

class MeasureScheduleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private static final MeasureSchedule SCHEDULE = new MeasureSchedule(List.of(
            new ScheduleLine("READINESS", Asks.PATIENT, List.of(WEEKLY)),
            new ScheduleLine("PHQ-9", Asks.PATIENT, List.of(DAY_30, DAY_60, DAY_90, PLANNED_DISCHARGE))));

    @Test
    void aWeekAndAMonthCountFromTheFirstDay() {
        assertThat(SCHEDULE.between(FIRST, FIRST, FIRST.plusDays(6))).isEmpty();
        assertThat(SCHEDULE.between(FIRST, FIRST, FIRST.plusDays(7)))
                .containsExactly(new Ask("READINESS", Asks.PATIENT, WEEKLY, FIRST.plusDays(7)));
        assertThat(SCHEDULE.between(FIRST, FIRST.plusDays(28), FIRST.plusDays(35)))
                .containsExactly(
                        new Ask("PHQ-9", Asks.PATIENT, DAY_30, FIRST.plusDays(30)),
                        new Ask("READINESS", Asks.PATIENT, WEEKLY, FIRST.plusDays(35)));
    }

    @Test
    void whatFellDueThroughADayDoesNotFallDueAgainAfterIt() {
        var day = FIRST.plusDays(30);

        assertThat(SCHEDULE.between(FIRST, day, day)).isEmpty();
        assertThat(SCHEDULE.between(FIRST, day, day.plusDays(4))).isEmpty();
    }

    @Test
    void ofManyYearsOnlyTheLastWeeksAreTold() {
        var due = SCHEDULE.between(FIRST, FIRST, FIRST.plusYears(50));

        assertThat(due).filteredOn(ask -> ask.occasion() == WEEKLY).hasSize(13);
        assertThat(due).filteredOn(ask -> ask.instrument().equals("PHQ-9")).hasSize(3);
    }

    @Test
    void eachComesNextOnceAndAMonthThatIsOverNoMore() {
        assertThat(SCHEDULE.next(FIRST, FIRST.plusDays(60)))
                .containsExactly(
                        new Ask("READINESS", Asks.PATIENT, WEEKLY, FIRST.plusDays(63)),
                        new Ask("PHQ-9", Asks.PATIENT, DAY_90, FIRST.plusDays(90)));
        assertThat(SCHEDULE.next(FIRST, FIRST.plusDays(90)))
                .extracting(Ask::occasion)
                .containsExactly(WEEKLY);
    }

    @Test
    void nothingIsDueBeforeTheFirstDay() {
        assertThat(SCHEDULE.between(FIRST, FIRST, FIRST.minusDays(10))).isEmpty();
        assertThat(SCHEDULE.next(FIRST, FIRST.minusDays(10)).getFirst().dueOn()).isEqualTo(FIRST.plusDays(7));
    }

    @Test
    void atAPlannedDischargeThoseAreAskedThatAreForIt() {
        assertThat(SCHEDULE.atDischarge(FIRST.plusDays(80)))
                .containsExactly(new Ask("PHQ-9", Asks.PATIENT, PLANNED_DISCHARGE, FIRST.plusDays(80)));
    }
}
