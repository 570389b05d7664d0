package org.stepwell.enrollment.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.enrollment.episode.EpisodeStatus.ADMITTED;
import static org.stepwell.enrollment.episode.EpisodeStatus.DISCHARGED;
import static org.stepwell.enrollment.episode.EpisodeStatus.DISCHARGE_PLANNED;
import static org.stepwell.enrollment.episode.EpisodeStatus.ON_HOLD;
import static org.stepwell.enrollment.episode.EpisodeStatus.WAITING;
import static org.stepwell.enrollment.episode.EpisodeStatus.WITHDRAWN;
import static org.stepwell.enrollment.program.ProgramFixtures.adolescentIop;
import static org.stepwell.enrollment.program.ProgramFixtures.eveningIop;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.screening.Screenings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.finding.StandingFlag;

class EpisodeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final StandingFlag SUICIDE_ITEM =
            new StandingFlag(UUID.randomUUID(), "therapy", null, "SUICIDE_ITEM", NOW, null);
    private static final Screenings.Level SUGGESTED = new Screenings.Level(NOW, Set.of("2.1"), null, false);
    private static final Readiness READY = new Readiness(true, SUGGESTED, MONDAY, Set.of(), List.of());

    @Test
    void nobodyIsAdmittedWithoutConsentToTreatment() {
        var episode = somebodyWaiting();

        assertRefused(
                EpisodeRule.TREATMENT_CONSENT_REQUIRED,
                () -> episode.admit(
                        MONDAY,
                        eveningIop(),
                        new Readiness(false, SUGGESTED, MONDAY, Set.of(), List.of()),
                        MONDAY,
                        NOW));

        assertThat(episode.status()).isEqualTo(WAITING);
    }

    @Test
    void nobodyIsAdmittedUnscreened() {
        assertRefused(
                EpisodeRule.SCREENING_REQUIRED,
                () -> somebodyWaiting()
                        .admit(
                                MONDAY,
                                eveningIop(),
                                new Readiness(true, null, null, Set.of(), List.of()),
                                MONDAY,
                                NOW));
    }

    @Test
    void nobodyIsAdmittedWithAnOpenHardStop() {
        var episode = somebodyWaiting();
        var inDanger = new Readiness(true, SUGGESTED, MONDAY, Set.of(Stop.SUICIDE_RISK_HIGH), List.of());

        assertRefused(EpisodeRule.HARD_STOP_OPEN, () -> episode.admit(MONDAY, eveningIop(), inDanger, MONDAY, NOW));

        assertThat(episode.status()).isEqualTo(WAITING);
    }

    @Test
    void nobodyIsAdmittedOverASoftStopOrAFlagOfAnotherService() {
        var episode = somebodyWaiting();
        var unresolved = new Readiness(true, SUGGESTED, MONDAY, Set.of(Stop.NO_TRANSPORT), List.of());
        var flagged = new Readiness(true, SUGGESTED, MONDAY, Set.of(), List.of(SUICIDE_ITEM));

        assertRefused(EpisodeRule.SOFT_STOP_OPEN, () -> episode.admit(MONDAY, eveningIop(), unresolved, MONDAY, NOW));
        assertRefused(EpisodeRule.SAFETY_FLAG_OPEN, () -> episode.admit(MONDAY, eveningIop(), flagged, MONDAY, NOW));

        assertThat(episode.status()).isEqualTo(WAITING);
    }

    @Test
    void nobodyIsDischargedOverASafetyFlagUnlessTheyAreOutOfReach() {
        var episode = somebodyIn();
        var completed = new Ending(MONDAY, DischargeReason.COMPLETED_GOALS_MET, null);
        var died = new Ending(MONDAY, DischargeReason.DECEASED, DischargeWaiver.DEATH);

        assertRefused(
                EpisodeRule.SAFETY_FLAG_OPEN,
                () -> episode.discharge(completed, true, List.of(SUICIDE_ITEM), MONDAY, NOW));
        assertThat(episode.status()).isEqualTo(ADMITTED);
        episode.discharge(died, false, List.of(SUICIDE_ITEM), MONDAY, NOW);

        assertThat(episode.status()).isEqualTo(DISCHARGED);
    }

    @Test
    void whoeverGoesToMoreCareOrGoesAnywayIsLetGo() {
        var toHospital = new Ending(MONDAY, DischargeReason.STEP_UP_INPATIENT, null);
        var against = new Ending(MONDAY, DischargeReason.AGAINST_ADVICE, DischargeWaiver.AGAINST_ADVICE);

        var first = somebodyIn();
        first.discharge(toHospital, true, List.of(SUICIDE_ITEM), MONDAY, NOW);
        var second = somebodyIn();
        second.discharge(against, false, List.of(SUICIDE_ITEM), MONDAY, NOW);

        assertThat(List.of(first.status(), second.status())).containsOnly(DISCHARGED);
    }

    @Test
    void theYoungAreAdmittedToProgramsForTheYoungAlone() {
        var young = new Readiness(true, SUGGESTED, MONDAY, Set.of(Stop.UNDER_AGE), List.of());

        assertRefused(
                EpisodeRule.HARD_STOP_OPEN, () -> somebodyWaiting().admit(MONDAY, eveningIop(), young, MONDAY, NOW));

        assertThat(somebodyWaiting()
                        .admit(MONDAY, adolescentIop(), young, MONDAY, NOW)
                        .start())
                .isEqualTo(MONDAY);
    }

    @Test
    void anAdmissionSaysWhenItIsMeantToEnd() {
        var admitted = somebodyWaiting().admit(MONDAY, eveningIop(), READY, MONDAY, NOW);

        assertThat(admitted.targetEnd()).isEqualTo(MONDAY.plusDays(89));
        assertThat(admitted.weeklyMinutes()).isEqualTo(540);
    }

    @Test
    void nobodyIsDischargedWithoutAnAcceptedNextStepOrAWaiver() {
        var episode = somebodyIn();
        episode.planDischarge(
                new DischargePlan(MONDAY.plusDays(80), DischargeReason.COMPLETED_GOALS_MET, "1"), MONDAY, NOW);

        assertRefused(
                EpisodeRule.ACCEPTED_NEXT_STEP_REQUIRED,
                () -> episode.discharge(
                        new Ending(MONDAY.plusDays(80), DischargeReason.COMPLETED_GOALS_MET, null),
                        false,
                        List.of(),
                        MONDAY.plusDays(80),
                        NOW));

        assertThat(episode.status()).isEqualTo(DISCHARGE_PLANNED);
    }

    @Test
    void somebodyWhoLeftAgainstAdviceIsDischargedWithThatWaiver() {
        var episode = somebodyIn();

        var discharged = episode.discharge(
                new Ending(MONDAY.plusDays(20), DischargeReason.AGAINST_ADVICE, DischargeWaiver.AGAINST_ADVICE),
                false,
                List.of(),
                MONDAY.plusDays(20),
                NOW);

        assertThat(discharged.waiver()).isEqualTo(DischargeWaiver.AGAINST_ADVICE);
        assertThat(episode.status()).isEqualTo(DISCHARGED);
    }

    @Test
    void anEpisodeDoesNotEndBeforeItStarts() {
        var episode = somebodyIn();

        assertRefused(
                EpisodeRule.LAST_DAY_BEFORE_START,
                () -> episode.discharge(
                        new Ending(MONDAY.minusDays(1), DischargeReason.MOVED, null), true, List.of(), MONDAY, NOW));

        assertThat(episode.status()).isEqualTo(ADMITTED);
    }

    @Test
    void aPlanThatIsCancelledLeavesThePatientIn() {
        var episode = somebodyIn();
        episode.planDischarge(
                new DischargePlan(MONDAY.plusDays(80), DischargeReason.COMPLETED_GOALS_MET, "1"), MONDAY, NOW);

        episode.cancelDischargePlan(NOW);

        assertThat(episode.status()).isEqualTo(ADMITTED);
        assertThat(episode.leaving().dischargePlan()).isNull();
    }

    @Test
    void itsEndIsLookedAtOnTheDayItIsMeantToEndOrAfterThePlannedOne() {
        var episode = somebodyIn();
        assertThat(episode.lookedAtFrom()).contains(episode.stay().meantToEnd());
        var plan = new DischargePlan(MONDAY.plusDays(80), DischargeReason.COMPLETED_GOALS_MET, "1");
        assertRefused(EpisodeRule.EPISODE_GOES_FORWARD, () -> episode.planDischargeAnew(plan, MONDAY, NOW));

        episode.planDischarge(plan, MONDAY, NOW);
        assertThat(episode.lookedAtFrom()).contains(MONDAY.plusDays(81));
        var moved = new DischargePlan(MONDAY.plusDays(85), DischargeReason.MOVED, null);
        assertThat(episode.planDischargeAnew(moved, MONDAY, NOW).targetDate()).isEqualTo(MONDAY.plusDays(85));

        assertThat(episode.status()).isEqualTo(DISCHARGE_PLANNED);
        assertThat(episode.lookedAtFrom()).contains(MONDAY.plusDays(86));
        assertThat(somebodyWaiting().lookedAtFrom()).isEmpty();
    }

    @Test
    void aCareTeamHasOnePrimaryClinician() {
        var episode = somebodyIn();

        assertRefused(
                EpisodeRule.PRIMARY_CLINICIAN_REQUIRED,
                () -> episode.treatedBy(Map.of(new StaffId(UUID.randomUUID()), Role.CLINICIAN), false, NOW));
    }

    @Test
    void aWaiverGoesWithItsOneReason() {
        var episode = somebodyIn();

        assertRefused(
                EpisodeRule.WAIVER_FITS_REASON,
                () -> episode.discharge(
                        new Ending(MONDAY, DischargeReason.COMPLETED_GOALS_MET, DischargeWaiver.NO_CONTACT),
                        false,
                        List.of(),
                        MONDAY,
                        NOW));
        assertRefused(
                EpisodeRule.WAIVER_FITS_REASON,
                () -> episode.discharge(
                        new Ending(MONDAY, DischargeReason.ADMINISTRATIVE, DischargeWaiver.DEATH),
                        true,
                        List.of(),
                        MONDAY,
                        NOW));

        assertThat(episode.status()).isEqualTo(ADMITTED);
    }

    @Test
    void nobodyIsDischargedLongBeforeTheirLastDay() {
        var episode = somebodyIn();

        assertRefused(
                EpisodeRule.LAST_DAY_TOO_FAR_AHEAD,
                () -> episode.discharge(
                        new Ending(MONDAY.plusDays(8), DischargeReason.MOVED, null), true, List.of(), MONDAY, NOW));

        episode.discharge(new Ending(MONDAY.plusDays(7), DischargeReason.MOVED, null), true, List.of(), MONDAY, NOW);
        assertThat(episode.status()).isEqualTo(DISCHARGED);
    }

    @Test
    void nobodyIsAdmittedInAMistypedYear() {
        for (var start : List.of(MONDAY.minusYears(2).minusDays(1), MONDAY.plusDays(61), LocalDate.of(2206, 3, 2))) {
            assertRefused(
                    EpisodeRule.ADMISSION_IS_NEAR,
                    () -> somebodyWaiting().admit(start, eveningIop(), READY, MONDAY, NOW));
        }
    }

    @Test
    void whoeverWasNeverThereHasNoStay() {
        var episode = somebodyIn();
        var until = MONDAY.plusDays(4);
        assertRefused(EpisodeRule.EPISODE_GOES_FORWARD, () -> episode.withdraw(WithdrawalReason.OTHER));
        assertRefused(
                EpisodeRule.WAS_HERE,
                () -> episode.neverCame(until, WithdrawalReason.NO_CONTACT, Optional.of(MONDAY), until, NOW));
        assertRefused(
                EpisodeRule.AWAITED_UNTIL_TODAY,
                () -> episode.neverCame(until, WithdrawalReason.NO_CONTACT, Optional.empty(), MONDAY, NOW));
        assertThat(episode.status()).isEqualTo(ADMITTED);

        var said = episode.neverCame(until, WithdrawalReason.NO_CONTACT, Optional.empty(), until, NOW);

        assertThat(said.neverCame()).isTrue();
        assertThat(said.lastDay()).isEqualTo(until);
        assertThat(episode.status()).isEqualTo(WITHDRAWN);
        assertThat(episode.withdrawalReason()).isEqualTo(WithdrawalReason.NO_CONTACT);
        assertThat(episode.neverCame()).isEqualTo(new NeverCame(MONDAY, until));
        assertThat(episode.stay().start()).isNull();
        assertThat(episode.leaving().ending()).isNull();
    }

    @Test
    void theTeamMayChangeAfterDischargeUntilThePatientIsBack() {
        var episode = somebodyIn();
        var team = Map.of(new StaffId(UUID.randomUUID()), Role.PRIMARY_CLINICIAN);
        episode.discharge(
                new Ending(MONDAY, DischargeReason.NO_CONTACT, DischargeWaiver.NO_CONTACT),
                false,
                List.of(),
                MONDAY,
                NOW);

        assertThat(episode.treatedBy(team, false, NOW).members()).hasSize(1);

        assertRefused(EpisodeRule.TEAM_OF_AN_EARLIER_EPISODE, () -> episode.treatedBy(team, true, NOW));
    }

    @ParameterizedTest(name = "{0} can become: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            WAITING           | ADMITTED WITHDRAWN
            ADMITTED          | ON_HOLD DISCHARGE_PLANNED DISCHARGED WITHDRAWN
            ON_HOLD           | ADMITTED DISCHARGE_PLANNED DISCHARGED WITHDRAWN
            DISCHARGE_PLANNED | ADMITTED ON_HOLD DISCHARGED WITHDRAWN
            DISCHARGED        | ''
            WITHDRAWN         | ''
            """)
    void theLifecycle(EpisodeStatus status, String next) {
        var expected = next.isEmpty()
                ? Set.<EpisodeStatus>of()
                : Set.copyOf(Arrays.stream(next.split(" "))
                        .map(EpisodeStatus::valueOf)
                        .toList());

        assertThat(status.next()).isEqualTo(expected);
    }

    @Test
    void whoeverIsAwayComesBackAndStaysAsMuchLonger() {
        var episode = somebodyIn();

        var held = episode.hold(away(MONDAY, 14), MONDAY, NOW);

        assertThat(episode.status()).isEqualTo(ON_HOLD);
        assertThat(held.expectedUntil()).isEqualTo(MONDAY.plusDays(13));
        assertThat(held.keepSeatsUntil()).isEqualTo(MONDAY.plusDays(6));

        var resumed = episode.resume(MONDAY.plusDays(10), MONDAY.plusDays(9), NOW);

        assertThat(episode.status()).isEqualTo(ADMITTED);
        assertThat(episode.openHold()).isEmpty();
        assertThat(resumed.targetEnd()).isEqualTo(MONDAY.plusDays(99));
    }

    @Test
    void nobodyIsAwayTwiceOrComesBackFromNowhere() {
        var episode = somebodyIn();
        assertRefused(EpisodeRule.NOT_ON_HOLD, () -> episode.resume(MONDAY, MONDAY, NOW));
        episode.hold(away(MONDAY, 14), MONDAY, NOW);

        assertRefused(EpisodeRule.ALREADY_ON_HOLD, () -> episode.hold(away(MONDAY, 7), MONDAY, NOW));
        assertRefused(EpisodeRule.BACK_WHILE_ON_HOLD, () -> episode.resume(MONDAY.minusDays(1), MONDAY, NOW));

        assertThat(episode.status()).isEqualTo(ON_HOLD);
    }

    @Test
    void aHoldBeginsNearAndIsShort() {
        var episode = somebodyIn();
        var tuesday = MONDAY.plusDays(1);

        for (var from : List.of(MONDAY.minusDays(1), tuesday.plusDays(8))) {
            assertRefused(EpisodeRule.HOLD_BEGINS_NEAR, () -> episode.hold(away(from, 7), tuesday, NOW));
        }
        for (int days : List.of(0, 1, 61)) {
            assertRefused(EpisodeRule.HOLD_IS_SHORT, () -> episode.hold(away(MONDAY, days), tuesday, NOW));
        }
        for (var keep : List.of(MONDAY.minusDays(1), MONDAY.plusDays(7))) {
            var length = new Hold.Length(MONDAY.plusDays(6), keep, HoldReason.FAMILY);
            assertRefused(
                    EpisodeRule.SEATS_KEPT_WHILE_AWAY,
                    () -> episode.hold(new Hold(MONDAY, length, null), tuesday, NOW));
        }

        assertThat(episode.status()).isEqualTo(ADMITTED);
        assertThat(episode.openHold()).isEmpty();
    }

    @Test
    void howLongSomebodyIsAwayIsSaidAnewButSeatsThatWereGivenBackStaySo() {
        var episode = somebodyIn();
        episode.hold(away(MONDAY, 14), MONDAY, NOW);
        var until = MONDAY.plusDays(20);

        var anew = episode.staysAway(
                new Hold.Length(until, MONDAY.plusDays(9), HoldReason.HOSPITAL), MONDAY.plusDays(6), NOW);
        assertThat(anew.from()).isEqualTo(MONDAY);
        assertThat(anew.keepSeatsUntil()).isEqualTo(MONDAY.plusDays(9));

        assertRefused(
                EpisodeRule.SEATS_WERE_GIVEN_BACK,
                () -> episode.staysAway(
                        new Hold.Length(until, MONDAY.plusDays(12), HoldReason.HOSPITAL), MONDAY.plusDays(10), NOW));
        episode.staysAway(new Hold.Length(until, MONDAY.plusDays(9), HoldReason.HOSPITAL), MONDAY.plusDays(10), NOW);
        assertThat(episode.status()).isEqualTo(ON_HOLD);
    }

    @Test
    void theNextHoldBeginsWhenThePatientWasBack() {
        var episode = somebodyIn();
        episode.hold(away(MONDAY, 14), MONDAY, NOW);
        episode.resume(MONDAY.plusDays(7), MONDAY.plusDays(7), NOW);

        assertRefused(
                EpisodeRule.HOLD_BEGINS_NEAR,
                () -> episode.hold(away(MONDAY.plusDays(6), 14), MONDAY.plusDays(8), NOW));

        episode.hold(away(MONDAY.plusDays(7), 14), MONDAY.plusDays(8), NOW);
        assertThat(episode.openHold()).isPresent();
    }

    @Test
    void aDischargeIsPlannedWhileSomebodyIsAwayAndTheyStayAwayWhenItIsCancelled() {
        var episode = somebodyIn();
        episode.hold(away(MONDAY, 14), MONDAY, NOW);

        episode.planDischarge(
                new DischargePlan(MONDAY.plusDays(20), DischargeReason.STEP_UP_RESIDENTIAL, "3.5"), MONDAY, NOW);
        assertThat(episode.status()).isEqualTo(DISCHARGE_PLANNED);
        episode.cancelDischargePlan(NOW);

        assertThat(episode.status()).isEqualTo(ON_HOLD);
    }

    @Test
    void nobodyWhoLeftIsAway() {
        var episode = somebodyIn();
        episode.hold(away(MONDAY, 14), MONDAY, NOW);
        episode.discharge(
                new Ending(MONDAY, DischargeReason.NO_CONTACT, DischargeWaiver.NO_CONTACT),
                false,
                List.of(),
                MONDAY,
                NOW);

        assertThat(episode.openHold()).isEmpty();
        assertRefused(EpisodeRule.EPISODE_GOES_FORWARD, () -> episode.resume(MONDAY, MONDAY, NOW));
        assertRefused(EpisodeRule.EPISODE_GOES_FORWARD, () -> somebodyWaiting().hold(away(MONDAY, 7), MONDAY, NOW));
    }

    @Test
    void aTreatmentGoesOnToALaterDayAndNeverEndsByItself() {
        var episode = somebodyIn();
        var end = MONDAY.plusDays(89);

        for (var until : List.of(end, end.plusDays(91))) {
            assertRefused(EpisodeRule.TARGET_END_MOVES_ON, () -> episode.goesOn(until, end, NOW));
        }
        var moved = episode.goesOn(end.plusDays(28), end, NOW);

        assertThat(moved.targetEnd()).isEqualTo(end.plusDays(28));
        assertThat(episode.status()).isEqualTo(ADMITTED);
    }

    @Test
    void onlyAnEndingIsCorrectedAndEpisodesDoNotOverlap() {
        var episode = somebodyIn();
        var moved = new Ending(MONDAY.plusDays(3), DischargeReason.MOVED, null);
        assertRefused(
                EpisodeRule.ONLY_AN_ENDING_IS_CORRECTED,
                () -> episode.correctDischarge(moved, true, null, MONDAY.plusDays(3), NOW));
        episode.discharge(moved, true, List.of(), MONDAY.plusDays(3), NOW);
        var later = new Ending(MONDAY.plusDays(5), DischargeReason.COMPLETED_GOALS_MET, null);

        assertRefused(
                EpisodeRule.EPISODES_DO_NOT_OVERLAP,
                () -> episode.correctDischarge(later, true, MONDAY.plusDays(4), MONDAY.plusDays(5), NOW));
        assertRefused(
                EpisodeRule.ACCEPTED_NEXT_STEP_REQUIRED,
                () -> episode.correctDischarge(later, false, null, MONDAY.plusDays(5), NOW));
        var corrected = episode.correctDischarge(later, true, null, MONDAY.plusDays(5), NOW);

        assertThat(corrected.lastDay()).isEqualTo(MONDAY.plusDays(5));
        assertThat(corrected.reason()).isEqualTo(DischargeReason.COMPLETED_GOALS_MET);
    }

    private static Hold away(LocalDate from, int days) {
        var until = from.plusDays(days - 1L);
        var keep = days < 8 ? null : from.plusDays(6);
        return new Hold(from, new Hold.Length(until, keep, HoldReason.HOSPITAL), null);
    }

    private static Episode somebodyWaiting() {
        return new Episode(
                new EpisodeId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                null,
                new ProgramId(UUID.randomUUID()),
                "evening",
                WaitingPriority.ROUTINE,
                NOW);
    }

    private static Episode somebodyIn() {
        var episode = somebodyWaiting();
        episode.admit(MONDAY, eveningIop(), READY, MONDAY, NOW);
        return episode;
    }
}
