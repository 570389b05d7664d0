package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.aftercare.meeting.Meeting;
import org.stepwell.aftercare.plan.OpenPlan;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;

class NextStepTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final OpenPlan PLAN =
            new OpenPlan(new AftercarePlanId(Uuid7.next()), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

    @ParameterizedTest
    @CsvSource(textBlock = """
            PROPOSED,  'ACCEPTED,DECLINED,WITHDRAWN'
            ACCEPTED,  WITHDRAWN
            DECLINED,  ''
            WITHDRAWN, ''
            """)
    void theLifecycle(NextStepStatus status, String next) {
        assertThat(StepAnswer.next(status).stream().map(Enum::name).toList())
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(","));
    }

    @Test
    void aStepLiesAhead() {
        assertRefused(NextStepRule.NEXT_STEP_IN_THE_PAST, () -> step(NextStepKind.HOUSING, null, MONDAY.minusDays(1)));
        assertRefused(NextStepRule.NEXT_STEP_IS_NEAR, () -> step(NextStepKind.HOUSING, null, MONDAY.plusYears(1)));
        assertThat(step(NextStepKind.HOUSING, null, MONDAY).status()).isEqualTo(NextStepStatus.PROPOSED);
    }

    @ParameterizedTest
    @EnumSource(NextStepKind.class)
    void aStepToAMeetingNamesItAndNoOtherDoes(NextStepKind kind) {
        boolean toMeeting = Proposal.isMeeting(kind);

        assertRefused(
                NextStepRule.MEETING_NAMED, () -> step(kind, toMeeting ? null : meetingOn(DayOfWeek.MONDAY), MONDAY));
    }

    @Test
    void aStepToAMeetingFallsOnADayTheMeetingMeets() {
        var meeting = meetingOn(DayOfWeek.TUESDAY);

        assertRefused(
                NextStepRule.MEETING_NOT_ON_THAT_DAY, () -> step(NextStepKind.TWELVE_STEP_MEETING, meeting, MONDAY));
        assertThat(step(NextStepKind.TWELVE_STEP_MEETING, meeting, MONDAY.plusDays(1))
                        .meeting())
                .isEqualTo(meeting.id());
    }

    @Test
    void aMeetingByAppointmentTakesAnyDay() {
        assertThat(step(NextStepKind.TWELVE_STEP_MEETING, meetingOn(), MONDAY).date())
                .isEqualTo(MONDAY);
    }

    @Test
    void aMeetingItsFeedNoLongerHasIsNoStep() {
        var gone = meeting(false, Set.of(), DayOfWeek.MONDAY);

        assertRefused(NextStepRule.MEETING_NO_LONGER_HELD, () -> step(NextStepKind.TWELVE_STEP_MEETING, gone, MONDAY));
    }

    @Test
    void aSecularStepGoesToASecularMeeting() {
        var secular = meeting(true, Set.of("A", "O"), DayOfWeek.MONDAY);

        assertRefused(
                NextStepRule.MEETING_NOT_SECULAR,
                () -> step(NextStepKind.SECULAR_MEETING, meetingOn(DayOfWeek.MONDAY), MONDAY));
        assertThat(step(NextStepKind.SECULAR_MEETING, secular, MONDAY).meeting())
                .isEqualTo(secular.id());
    }

    @Test
    void thePatientCommitsToAMeetingAndStaffWriteDownTheirWord() {
        var step = step(NextStepKind.TWELVE_STEP_MEETING, meetingOn(DayOfWeek.MONDAY), MONDAY);

        assertThat(Word.accepting(step.kind(), true)).isEqualTo(Word.OF_PATIENT);
        assertThat(Word.accepting(step.kind(), false)).isEqualTo(Word.OF_STAFF_FOR_PATIENT);
        assertThat(step.accept(Word.OF_PATIENT, MONDAY, NOW).by()).isEqualTo(By.PATIENT);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TWELVE_STEP_MEETING", "SECULAR_MEETING"},
            mode = EnumSource.Mode.EXCLUDE)
    void allElseIsAcceptedByTheReceiver(NextStepKind kind) {
        var step = step(kind, null, MONDAY);

        assertRefused(NextStepRule.RECEIVER_ACCEPTS, () -> Word.accepting(step.kind(), true));
        assertThat(Word.accepting(step.kind(), false)).isEqualTo(Word.OF_RECEIVER);
        assertThat(Word.declining(step.kind(), true)).isEqualTo(Word.OF_PATIENT);
        assertThat(Word.declining(step.kind(), false)).isEqualTo(Word.OF_RECEIVER);
    }

    @Test
    void aStepIsAnsweredOnce() {
        var step = step(NextStepKind.HOUSING, null, MONDAY);
        step.decline(Word.OF_RECEIVER, NOW);

        assertRefused(NextStepRule.ALREADY_ANSWERED, () -> step.accept(Word.OF_RECEIVER, MONDAY, NOW));
        assertRefused(NextStepRule.ALREADY_ANSWERED, () -> step.withdraw(Word.OF_STAFF, NOW));
        assertThat(step.status()).isEqualTo(NextStepStatus.DECLINED);
    }

    @Test
    void aDayThatIsPastIsNotAccepted() {
        var step = step(NextStepKind.HOUSING, null, MONDAY);

        assertRefused(NextStepRule.NEXT_STEP_IN_THE_PAST, () -> step.accept(Word.OF_RECEIVER, MONDAY.plusDays(1), NOW));
        assertThat(step.status()).isEqualTo(NextStepStatus.PROPOSED);
        assertThat(step.accept(Word.OF_RECEIVER, MONDAY, NOW).status()).isEqualTo(NextStepStatus.ACCEPTED);
    }

    @Test
    void whatWasAnsweredStaysAnsweredWhenItsDayIsPast() {
        var step = step(NextStepKind.HOUSING, null, MONDAY);
        step.decline(Word.OF_RECEIVER, NOW);

        assertRefused(NextStepRule.ALREADY_ANSWERED, () -> step.accept(Word.OF_RECEIVER, MONDAY.plusDays(1), NOW));
    }

    @Test
    void aReceiverAcceptsForADayOfTheirOwn() {
        var step = step(NextStepKind.PEER_SUPPORT, null, MONDAY.plusDays(3));

        assertRefused(
                NextStepRule.NEXT_STEP_IN_THE_PAST,
                () -> step.acceptFor(MONDAY.minusDays(1), Word.OF_RECEIVER_THEMSELVES, MONDAY, NOW));
        assertRefused(
                NextStepRule.NEXT_STEP_IS_NEAR,
                () -> step.acceptFor(MONDAY.plusYears(1), Word.OF_RECEIVER_THEMSELVES, MONDAY, NOW));
        var said = step.acceptFor(MONDAY.plusDays(8), Word.OF_RECEIVER_THEMSELVES, MONDAY, NOW);

        assertThat(said.date()).isEqualTo(MONDAY.plusDays(8));
        assertThat(said.by()).isEqualTo(By.RECEIVER);
        assertThat(step.answer().word().onBehalf()).isFalse();
        assertRefused(
                NextStepRule.ALREADY_ANSWERED,
                () -> step.acceptFor(MONDAY.plusDays(9), Word.OF_RECEIVER_THEMSELVES, MONDAY, NOW));
        assertRefused(
                NextStepRule.ALREADY_ANSWERED,
                () -> step.declineBecause(DeclineReason.NO_PLACE, Word.OF_RECEIVER, NOW));
    }

    @Test
    void whetherItHappenedIsSaidOfWhatWasAcceptedFromItsDayOn() {
        var step = step(NextStepKind.WORK, null, MONDAY.plusDays(1));

        assertRefused(
                NextStepRule.OUTCOME_OF_WHAT_WAS_ACCEPTED,
                () -> step.cameOut(StepOutcome.HAPPENED, true, MONDAY.plusDays(1), NOW));
        step.accept(Word.OF_RECEIVER, MONDAY, NOW);
        assertRefused(
                NextStepRule.OUTCOME_OF_WHAT_WAS_ACCEPTED, () -> step.cameOut(StepOutcome.HAPPENED, true, MONDAY, NOW));
        step.cameOut(StepOutcome.DID_NOT_HAPPEN, true, MONDAY.plusDays(1), NOW);
        step.cameOut(StepOutcome.HAPPENED, false, MONDAY.plusDays(2), NOW);

        assertThat(step.cameOut()).isEqualTo(new CameOut(StepOutcome.HAPPENED, By.STAFF, NOW));
        assertThat(step.isAwaited()).isFalse();
        assertRefused(NextStepRule.HAPPENED_STAYS, () -> step.withdraw(Word.OF_STAFF, NOW));
        assertThat(step.status()).isEqualTo(NextStepStatus.ACCEPTED);
    }

    @Test
    void onlyAReceiverIsWaitedFor() {
        assertThat(step(NextStepKind.HOUSING, null, MONDAY).waitsForReceiver()).isTrue();
        assertThat(step(NextStepKind.TWELVE_STEP_MEETING, meetingOn(), MONDAY).waitsForReceiver())
                .isFalse();
    }

    private static NextStep step(NextStepKind kind, @Nullable Meeting meeting, LocalDate date) {
        return new NextStep(
                new NextStepId(Uuid7.next()),
                PLAN,
                new Proposal(kind, meeting, date),
                null,
                MONDAY,
                Word.OF_STAFF,
                NOW);
    }

    private static Meeting meetingOn(DayOfWeek... days) {
        return meeting(true, Set.of("O"), days);
    }

    private static Meeting meeting(boolean active, Set<String> types, DayOfWeek... days) {
        return new Meeting(
                new MeetingId(Uuid7.next()),
                "test",
                active,
                "A meeting",
                Set.of(days),
                days.length == 0 ? null : LocalTime.of(18, 0),
                days.length == 0 ? null : LocalTime.of(19, 0),
                "America/New_York",
                types,
                types,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
