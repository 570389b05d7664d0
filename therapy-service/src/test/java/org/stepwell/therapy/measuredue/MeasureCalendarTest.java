package org.stepwell.therapy.measuredue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;

class MeasureCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int BEFORE = 3;

    private static final MeasureSchedule SCHEDULE = new MeasureSchedule(
            List.of(new ScheduleLine("BAM", Asks.PATIENT, List.of(Occasion.DAY_30, Occasion.PLANNED_DISCHARGE))));

    private MeasureCalendar calendar;

    @BeforeEach
    void anEpisode() {
        calendar = new MeasureCalendar(new EpisodeId(Uuid7.next()), new PatientId(Uuid7.next()), FIRST);
    }

    @Test
    void whatFallsDueIsToldOnceHoweverOftenSomebodyLooks() {
        assertThat(dueOn(30)).hasSize(1);
        assertThat(dueOn(30)).isEmpty();
        assertThat(dueOn(29)).isEmpty();
        assertThat(dueOn(31)).isEmpty();
    }

    @Test
    void aPlannedDischargeIsAskedSomeDaysBeforeItOnce() {
        dueOn(31);
        calendar.dischargePlanned(FIRST.plusDays(50));

        assertThat(nextDay()).isEqualTo(FIRST.plusDays(47));
        assertThat(dueOn(46)).isEmpty();
        assertThat(dueOn(47)).extracting(Ask::occasion).containsExactly(Occasion.PLANNED_DISCHARGE);
        assertThat(dueOn(48)).isEmpty();
    }

    @Test
    void aDischargeThatIsPlannedForTomorrowIsAskedAtOnce() {
        dueOn(40);
        calendar.dischargePlanned(FIRST.plusDays(41));

        assertThat(dueOn(40)).extracting(Ask::dueOn).containsExactly(FIRST.plusDays(40));
    }

    @Test
    void aDischargeThatMovesLaterIsAskedAgainAndOneThatMovesEarlierIsNot() {
        calendar.dischargePlanned(FIRST.plusDays(50));
        dueOn(47);
        calendar.dischargePlanned(FIRST.plusDays(50));
        assertThat(dueOn(48)).isEmpty();
        calendar.dischargePlanned(FIRST.plusDays(49));
        assertThat(dueOn(48)).isEmpty();

        calendar.dischargePlanned(FIRST.plusDays(80));

        assertThat(dueOn(76)).isEmpty();
        assertThat(dueOn(77)).hasSize(1);
    }

    @Test
    void whoStaysAfterAllIsNotAskedUntilAnotherDischargeIsPlanned() {
        calendar.dischargePlanned(FIRST.plusDays(50));
        calendar.dischargeCancelled();
        assertThat(dueOn(48)).extracting(Ask::occasion).containsExactly(Occasion.DAY_30);

        calendar.dischargePlanned(FIRST.plusDays(50));

        assertThat(dueOn(48)).hasSize(1);
    }

    @Test
    void whoeverIsStillHereAfterAllIsAskedAnewAlsoBeforeADayThatIsSooner() {
        dueOn(31);
        calendar.dischargePlanned(FIRST.plusDays(50));
        assertThat(dueOn(47)).hasSize(1);
        calendar.ended(Instant.EPOCH);

        calendar.dischargePlanned(FIRST.plusDays(49));
        calendar.goesOn();

        assertThat(dueOn(48)).extracting(Ask::occasion).containsExactly(Occasion.PLANNED_DISCHARGE);
        assertThat(dueOn(48)).isEmpty();
    }

    @Test
    void theSoonestIsNext() {
        assertThat(nextDay()).isEqualTo(FIRST.plusDays(30));
        calendar.dischargePlanned(FIRST.plusDays(20));
        assertThat(nextDay()).isEqualTo(FIRST.plusDays(17));
        dueOn(30);
        assertThat(calendar.nextDay(SCHEDULE, BEFORE)).isEmpty();
        calendar.ended(Instant.EPOCH);
        assertThat(calendar.isOver()).isTrue();
    }

    private List<Ask> dueOn(int day) {
        return calendar.fallsDue(SCHEDULE, FIRST.plusDays(day), BEFORE);
    }

    private LocalDate nextDay() {
        return calendar.nextDay(SCHEDULE, BEFORE).orElseThrow();
    }
}
