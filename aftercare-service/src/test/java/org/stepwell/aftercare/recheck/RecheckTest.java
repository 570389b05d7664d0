package org.stepwell.aftercare.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.recheck.Recheck.By;
import org.stepwell.aftercare.recheck.Recheck.Status;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.Refusal;

class RecheckTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-06-02T14:00:00Z");
    private static final RecheckAnswers WELL = new RecheckAnswers(0, 0, false, false, false, false, false, false);

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-11-30, 1, 2026-02-28
            2025-11-30, 2, 2026-05-30
            2025-11-30, 8, 2027-11-30
            2026-03-02, 4, 2027-03-02
            """)
    void aQuarterIsCountedFromTheBeginning(LocalDate began, int number, LocalDate due) {
        assertThat(recheck(began, number).quarter().dueOn()).isEqualTo(due);
    }

    @Test
    void itFallsDueAtTheClinicsMidnightOnBothSidesOfEachClockChange() {
        var spring = Quarter.after(LocalDate.of(2025, 12, 8), 1); // due on 8 March 2026, when the clock goes forward
        assertThat(spring.fallsAt(NEW_YORK)).isEqualTo("2026-03-08T05:00:00Z");
        assertThat(spring.closesAt(NEW_YORK)).isEqualTo("2026-04-08T04:00:00Z");
        var autumn = Quarter.after(LocalDate.of(2026, 8, 1), 1); // due on 1 November 2026, when it goes back
        assertThat(autumn.fallsAt(NEW_YORK)).isEqualTo("2026-11-01T04:00:00Z");
        assertThat(autumn.closesAt(NEW_YORK)).isEqualTo("2026-12-02T05:00:00Z");
    }

    @Test
    void itIsAnsweredFromTwoWeeksBeforeItsDayOn() {
        var recheck = recheck(LocalDate.of(2026, 3, 2), 1);

        refused(
                RecheckRule.RECHECK_NOT_OPEN_YET,
                () -> answer(recheck, recheck.quarter().dueOn().minusDays(15)));
        assertThat(recheck.status()).isEqualTo(Status.SCHEDULED);
        assertThat(recheck.answers()).isNull();
        answer(recheck, recheck.quarter().dueOn().minusDays(14));

        assertThat(recheck.status()).isEqualTo(Status.ANSWERED);
        assertThat(recheck.need()).isEqualTo(Verdict.Need.NO_NEED);
        assertThat(recheck.triggers()).isEmpty();
        assertThat(recheck.answeredBy()).isEqualTo(By.STAFF);
    }

    @Test
    void itIsAnsweredOnceAndNotAfterItsTime() {
        var answered = recheck(LocalDate.of(2026, 3, 2), 1);
        answer(answered, answered.quarter().dueOn());
        refused(
                RecheckRule.RECHECK_IS_OVER,
                () -> answer(answered, answered.quarter().dueOn()));

        var missed = recheck(LocalDate.of(2026, 3, 2), 1);
        missed.falls();
        missed.notReached();
        refused(
                RecheckRule.RECHECK_IS_OVER,
                () -> answer(missed, missed.quarter().lastDay()));
        refused(RecheckRule.RECHECK_IS_OVER, () -> missed.end(Ended.ADMITTED, NOW));
    }

    private static Verdict answer(Recheck recheck, LocalDate today) {
        return recheck.answer(WELL, 13, By.STAFF, today, NOW);
    }

    private static Recheck recheck(LocalDate began, int number) {
        var plan = new ActivePlan(
                new AftercarePlanId(Uuid7.next()), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        return new Recheck(new RecheckId(Uuid7.next()), plan, began, number);
    }

    private static void refused(RecheckRule rule, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
