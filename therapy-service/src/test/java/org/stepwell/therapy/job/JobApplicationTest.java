package org.stepwell.therapy.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.ADMITTED;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.job.ApplicationState.ACCEPTED;
import static org.stepwell.therapy.job.ApplicationState.DECLINED;
import static org.stepwell.therapy.job.ApplicationState.DRAFT;
import static org.stepwell.therapy.job.ApplicationState.INTERVIEW;
import static org.stepwell.therapy.job.ApplicationState.OFFER;
import static org.stepwell.therapy.job.ApplicationState.REJECTED;
import static org.stepwell.therapy.job.ApplicationState.SENT;
import static org.stepwell.therapy.job.JobRule.APPLICATION_GOES_ON;
import static org.stepwell.therapy.job.JobRule.APPLICATION_STATE_OF_A_DAY_THAT_CAME;
import static org.stepwell.therapy.job.JobRule.HANDED_OVER_ON_A_DAY_THAT_CAME;
import static org.stepwell.therapy.job.JobRule.INTERVIEWS_OF_AN_APPLICATION;
import static org.stepwell.therapy.job.JobRule.INTERVIEW_FOLLOWS_APPLICATION;
import static org.stepwell.therapy.job.JobRule.INTERVIEW_IS_OVER;
import static org.stepwell.therapy.job.JobRule.INTERVIEW_WITHIN_A_YEAR;
import static org.stepwell.therapy.job.JobRule.SHIFTS_ARE_THERE_TO_HAND_OVER;
import static org.stepwell.therapy.job.JobRule.SHIFTS_OF_A_JOB;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.job.Interview.Outcome;
import org.stepwell.therapy.telling.Told;

class JobApplicationTest {

    private static final Told HERSELF = new Told(Stays.running(), null, NOW);
    private static final Told WITH_DORA = new Told(HERSELF.stay(), DORA, NOW.plus(Duration.ofHours(1)));
    private static final Employer BAKERY = new Employer("Corner bakery", null);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private static final Shift FRIDAYS = new Shift(DayOfWeek.FRIDAY, TEN, LocalTime.of(18, 0), TODAY, null);

    /** How each state is come to. */
    private static final Map<ApplicationState, List<ApplicationState>> WAY = Map.of(
            DRAFT, List.of(),
            SENT, List.of(SENT),
            INTERVIEW, List.of(SENT, INTERVIEW),
            OFFER, List.of(SENT, OFFER),
            ACCEPTED, List.of(SENT, OFFER, ACCEPTED),
            DECLINED, List.of(DECLINED),
            REJECTED, List.of(SENT, REJECTED));

    @ParameterizedTest(name = "from {0} it goes to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT     | SENT DECLINED
            SENT      | INTERVIEW OFFER DECLINED REJECTED
            INTERVIEW | OFFER DECLINED REJECTED
            OFFER     | ACCEPTED DECLINED REJECTED
            ACCEPTED  | DECLINED REJECTED
            DECLINED  | ''
            REJECTED  | ''
            """)
    void anApplicationGoesOn(ApplicationState from, String allowed) {
        for (var to : ApplicationState.values()) {
            var application = anApplicationThatIs(from);
            boolean goes = List.of(allowed.split(" ")).contains(to.name());

            if (goes) {
                application.goes(WITH_DORA, to, null);
            } else {
                assertRefused(APPLICATION_GOES_ON, () -> application.goes(WITH_DORA, to, null));
            }

            assertThat(view(application).state()).isEqualTo(goes ? to : from);
        }
    }

    @Test
    void allThatItCameToIsKeptWithWhoSaidSo() {
        var application = new JobApplication(anId(), HERSELF, "sealed", TODAY.minusDays(90));

        application.goes(WITH_DORA, OFFER, TODAY.minusDays(1));

        var shown = view(application);
        assertThat(shown.states()).extracting(StateReached::state).containsExactly(DRAFT, SENT, OFFER);
        assertThat(shown.states())
                .extracting(StateReached::day)
                .containsExactly(TODAY.minusDays(90), TODAY.minusDays(90), TODAY.minusDays(1));
        assertThat(shown.states()).extracting(StateReached::writtenBy).containsExactly(null, null, DORA);
        assertThat(shown.since()).isEqualTo(TODAY.minusDays(1));
        assertThat(shown.next()).containsExactly(ACCEPTED, DECLINED, REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03", "2026-02-09"})
    void noStateIsOfADayToComeOrBeforeTheOneThatItHad(LocalDate day) {
        var application = new JobApplication(anId(), HERSELF, "sealed", LocalDate.of(2026, 2, 10));

        assertRefused(APPLICATION_STATE_OF_A_DAY_THAT_CAME, () -> application.goes(HERSELF, OFFER, day));

        assertThat(view(application).state()).isEqualTo(SENT);
    }

    @Test
    void nothingIsSentOnADayToCome() {
        assertRefused(
                APPLICATION_STATE_OF_A_DAY_THAT_CAME,
                () -> new JobApplication(anId(), HERSELF, "sealed", TODAY.plusDays(1)));
    }

    @Test
    void whoeverIsInvitedIsInInterviewAndMayBeInvitedAgain() {
        var application = anApplicationThatIs(SENT);

        application.invited(Uuid7.next(), WITH_DORA, TODAY.plusDays(2), TEN);
        application.invited(Uuid7.next(), HERSELF, TODAY.plusDays(9), TEN);

        assertThat(view(application).state()).isEqualTo(INTERVIEW);
        assertThat(view(application).states()).extracting(StateReached::state).containsExactly(DRAFT, SENT, INTERVIEW);
        assertThat(view(application).interviews())
                .extracting(Interview::writtenBy)
                .containsExactly(DORA, null);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SENT", "INTERVIEW"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseIsInvited(ApplicationState state) {
        var application = anApplicationThatIs(state);

        assertRefused(INTERVIEW_FOLLOWS_APPLICATION, () -> application.invited(Uuid7.next(), HERSELF, TODAY, TEN));

        assertThat(view(application).interviews()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2027-03-03"})
    void noInterviewIsBeforeTheProgramOrAYearAhead(LocalDate day) {
        var application = anApplicationThatIs(SENT);

        assertRefused(INTERVIEW_WITHIN_A_YEAR, () -> application.invited(Uuid7.next(), HERSELF, day, TEN));

        application.invited(Uuid7.next(), HERSELF, ADMITTED, TEN);
        application.invited(Uuid7.next(), HERSELF, TODAY.plusYears(1), TEN);
        assertThat(view(application).interviews()).hasSize(2);
    }

    @Test
    void anApplicationHasTwentyInterviewsAtMost() {
        var application = anApplicationThatIs(SENT);
        for (int i = 0; i < 20; i++) {
            application.invited(Uuid7.next(), HERSELF, TODAY, TEN);
        }

        assertRefused(INTERVIEWS_OF_AN_APPLICATION, () -> application.invited(Uuid7.next(), HERSELF, TODAY, TEN));
    }

    @Test
    void howAnInterviewWentIsToldOnceItsTimeHasCome() {
        var application = anApplicationThatIs(SENT);
        var first = Uuid7.next();
        var second = Uuid7.next();
        application.invited(first, HERSELF, TODAY, TEN);
        application.invited(second, HERSELF, TODAY, LocalTime.of(10, 1));
        var ten = LocalDateTime.of(TODAY, TEN);

        assertThat(application.went(first, WITH_DORA, Outcome.HELD, ten)).isTrue();
        assertRefused(INTERVIEW_IS_OVER, () -> application.went(second, HERSELF, Outcome.MISSED, ten));
        assertThat(application.went(second, HERSELF, Outcome.CANCELLED, ten)).isTrue();
        assertThat(application.went(UUID.randomUUID(), HERSELF, Outcome.HELD, ten))
                .isFalse();

        assertThat(view(application).interviews())
                .extracting(Interview::outcome)
                .containsExactly(Outcome.HELD, Outcome.CANCELLED);
        assertThat(view(application).interviews())
                .extracting(Interview::writtenBy)
                .containsExactly(DORA, null);
    }

    @ParameterizedTest
    @EnumSource(names = "ACCEPTED", mode = EnumSource.Mode.EXCLUDE)
    void onlyAJobThatWasAcceptedHasHours(ApplicationState state) {
        var application = anApplicationThatIs(state);

        assertRefused(SHIFTS_OF_A_JOB, () -> application.works(HERSELF, List.of(FRIDAYS)));

        assertThat(application.isToBeHandedOver()).isFalse();
        assertThat(view(application).handover()).isNull();
    }

    @Test
    void hoursAreHandedOverAndOtherHoursAnew() {
        var job = aJob();
        assertThat(handover(job).handedOver()).isFalse();
        assertThat(handover(job).busy()).hasSize(1);

        job.handedOver(WITH_DORA, null);
        assertThat(job.isToBeHandedOver()).isFalse();
        assertThat(handover(job).handedOver()).isTrue();
        assertThat(handover(job).handedOverOn()).isEqualTo(TODAY);
        assertThat(handover(job).writtenBy()).isEqualTo(DORA);

        job.works(HERSELF, List.of(FRIDAYS));
        assertThat(job.isToBeHandedOver()).as("the same hours again").isFalse();

        job.works(HERSELF, List.of(FRIDAYS, new Shift(DayOfWeek.SUNDAY, TEN, LocalTime.NOON, TODAY, null)));
        assertThat(job.isToBeHandedOver()).isTrue();
        assertThat(handover(job).handedOver()).isFalse();
        assertThat(handover(job).handedOverOn()).as("the hours before").isEqualTo(TODAY);
    }

    @Test
    void hoursThatSchedulingHasAreTakenOutOnceThePatientDeclines() {
        var job = aJob();
        job.handedOver(HERSELF, null);

        job.goes(HERSELF, DECLINED, null);

        assertThat(job.isToBeHandedOver()).isTrue();
        assertThat(handover(job).busy()).isEmpty();
        job.handedOver(HERSELF, null);
        assertThat(job.isToBeHandedOver()).isFalse();
        assertThat(view(job).handover()).isNull();
    }

    @Test
    void hoursThatSchedulingNeverHadAreForgottenWithTheJob() {
        var job = aJob();

        job.goes(HERSELF, REJECTED, null);

        assertThat(job.isToBeHandedOver()).isFalse();
        assertThat(view(job).handover()).isNull();
        assertThat(view(job).shifts()).isEmpty();
        assertRefused(SHIFTS_ARE_THERE_TO_HAND_OVER, () -> job.handedOver(HERSELF, null));
    }

    @Test
    void whereThereWereNoHoursNoneAreHandedOver() {
        assertRefused(
                SHIFTS_ARE_THERE_TO_HAND_OVER,
                () -> anApplicationThatIs(ACCEPTED).handedOver(HERSELF, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2026-03-03"})
    void nothingIsHandedOverBeforeItWasToldOrOnADayToCome(LocalDate day) {
        var job = aJob();

        assertRefused(HANDED_OVER_ON_A_DAY_THAT_CAME, () -> job.handedOver(HERSELF, day));

        assertThat(job.isToBeHandedOver()).isTrue();
    }

    private static JobApplication aJob() {
        var job = anApplicationThatIs(ACCEPTED);
        job.works(HERSELF, List.of(FRIDAYS));
        return job;
    }

    private static JobApplication anApplicationThatIs(ApplicationState state) {
        var application = new JobApplication(anId(), HERSELF, "sealed", null);
        Objects.requireNonNull(WAY.get(state)).forEach(one -> application.goes(HERSELF, one, null));
        return application;
    }

    private static JobApplicationId anId() {
        return new JobApplicationId(UUID.randomUUID());
    }

    private static JobApplicationView view(JobApplication application) {
        return application.view(BAKERY);
    }

    private static JobApplicationView.HandoverView handover(JobApplication application) {
        return Objects.requireNonNull(view(application).handover());
    }
}
