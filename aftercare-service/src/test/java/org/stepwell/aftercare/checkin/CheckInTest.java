package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;

class CheckInTest {

    private static final LocalDate DUE = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-01T15:00:00Z");
    private static final ActivePlan PLAN =
            new ActivePlan(new AftercarePlanId(Uuid7.next()), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

    private final CheckIn checkIn = new CheckIn(new CheckInId(Uuid7.next()), PLAN, new CheckInWeek(DUE));

    @ParameterizedTest
    @CsvSource(textBlock = """
            SCHEDULED, 'RECORDED,MISSED'
            MISSED,    RECORDED
            RECORDED,  ''
            """)
    void theLifecycle(CheckIn.Status status, String next) {
        assertThat(status.next().stream().map(Enum::name).toList())
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(","));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-02-24, ''
            2026-03-02, ''
            2026-03-03, ''
            2026-03-04, LATE
            2026-04-30, LATE
            """)
    void itIsInTimeFromSixDaysBeforeUntilTheDayAfter(LocalDate today, String flags) {
        var said = recordedOn(today);

        assertThat(String.join(",", said.flags())).isEqualTo(flags);
        assertThat(said.dueOn()).isEqualTo(DUE);
        assertThat(said.level()).isEqualTo(Level.GREEN);
        assertThat(said.at()).isEqualTo(NOW);
    }

    @Test
    void itIsNotRecordedBeforeItsWeek() {
        assertRefused(CheckInRule.CHECK_IN_NOT_OPEN_YET, () -> recordedOn(DUE.minusDays(7)));

        assertThat(checkIn.status()).isEqualTo(CheckIn.Status.SCHEDULED);
    }

    @Test
    void aWeekHasOneCheckIn() {
        recordedOn(DUE);

        assertRefused(CheckInRule.CHECK_IN_ONCE_A_WEEK, () -> recordedOn(DUE));
        assertRefused(CheckInRule.CHECK_IN_ONCE_A_WEEK, () -> checkIn.miss(NOW));
    }

    @Test
    void aMissedOneIsRecordedLateOnce() {
        var missed = checkIn.miss(NOW);

        var said = recordedOn(DUE.plusDays(9));

        assertThat(missed.dueOn()).isEqualTo(DUE);
        assertThat(said.flags()).containsExactly("LATE");
        assertRefused(CheckInRule.CHECK_IN_ONCE_A_WEEK, () -> recordedOn(DUE.plusDays(10)));
    }

    private CheckInRecorded recordedOn(LocalDate today) {
        var answers = new Said().used(false, "").suicide(false).answers();
        var filled = new CheckIn.Filled(
                answers, new CheckIn.Texts(null, null, null), null, Channel.PORTAL, CheckIn.Recorder.PATIENT);
        return checkIn.record(filled, Before.NOTHING, today, NOW);
    }
}
