package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.MET;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.NOT_MET;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.ON_TRACK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.enrolled.Absence;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.MeasureWeeks.Seated;

/** The same seats, by what was attended and by what was scheduled. */
class MeasureWeeksTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Episode ADA = new Episode(
            new EpisodeId(Uuid7.next()),
            new PatientId(Uuid7.next()),
            new ProgramId(Uuid7.next()),
            "EVENING",
            MONDAY.minusDays(28),
            MONDAY.plusDays(62),
            540,
            List.of(),
            null);

    @Test
    void fifteenMinutesMissedAreMissedByAttendanceOnly() {
        var seats = closed(180, 180, 165);

        var attended = measured(Basis.ATTENDED, seats, true);
        var scheduled = measured(Basis.SCHEDULED, seats, true);

        assertThat(attended.verdict()).isEqualTo(NOT_MET);
        assertThat(attended.minutes()).isEqualTo(525);
        assertThat(scheduled.verdict()).isEqualTo(MET);
        assertThat(scheduled.minutes()).isEqualTo(540);
    }

    @Test
    void aWeekOfSeatsAheadIsOnTrackByAttendanceAndMetBySchedule() {
        var seats = ahead(3);

        var attended = measured(Basis.ATTENDED, seats, false);
        var scheduled = measured(Basis.SCHEDULED, seats, false);

        assertThat(attended.verdict()).isEqualTo(ON_TRACK);
        assertThat(attended.plannedMinutes()).isEqualTo(540);
        assertThat(scheduled.verdict()).isEqualTo(MET);
        assertThat(scheduled.plannedMinutes()).isZero();
    }

    @Test
    void aWeekWithASeatTooFewIsMissedByBoth() {
        assertThat(measured(Basis.ATTENDED, ahead(2), false).verdict()).isEqualTo(NOT_MET);
        assertThat(measured(Basis.SCHEDULED, ahead(2), false).verdict()).isEqualTo(NOT_MET);
    }

    /** Friday of the week before is still ahead, and treatment: Saturday, Sunday and Monday are the row that is too long. */
    @Test
    void aRowOfDaysReachesBackToSeatsThatAreStillAheadInTheWeekBefore() {
        var seats = new ArrayList<Seated>();
        seats.add(new Seated(ADA.id(), MONDAY.minusDays(5), Modality.GROUP_THERAPY, true, false, 180, 180));
        for (int day : new int[] {-3, 1, 3, 5}) {
            seats.add(new Seated(ADA.id(), MONDAY.plusDays(day), Modality.GROUP_THERAPY, true, true, 180, 0));
        }

        assertThat(measured(Basis.ATTENDED, 2, seats, false).missing()).containsExactly(WeekMeasure.Need.GAP);
        assertThat(measured(Basis.ATTENDED, 3, seats, false).missing()).isEmpty();
    }

    /** Treated last on the Thursday before, and next on the Wednesday: that the patient was away from Tuesday on did not become true. */
    @Test
    void aTimeAwayThatWasCalledOffDoesNotCutARowOfDaysWithoutTreatment() {
        var tuesday = MONDAY.plusDays(1);
        var rules = Presets.of("nc-saiop");

        assertThat(gapOf(ADA.absences(), rules)).isEqualTo(5);
        assertThat(gapOf(List.of(new Absence(tuesday, tuesday)), rules)).isEqualTo(5);
        assertThat(gapOf(List.of(new Absence(tuesday.minusDays(1), tuesday)), rules))
                .isEqualTo(4);
    }

    private static int gapOf(List<Absence> absences, RuleSet rules) {
        var episode = new Episode(
                ADA.id(),
                ADA.patient(),
                ADA.program(),
                ADA.track(),
                ADA.start(),
                ADA.targetEnd(),
                ADA.weeklyMinutes(),
                absences,
                null);
        var seats = Stream.of(MONDAY.minusDays(4), MONDAY.plusDays(2))
                .map(day -> new Seated(ADA.id(), day, Modality.GROUP_THERAPY, true, false, 180, 180))
                .toList();
        var facts = MeasureWeeks.facts(Standard.ofProgram(rules), episode, MONDAY, seats, false, false);
        return WeekMeasure.of(rules, facts).longestGapDays();
    }

    private static WeekMeasure measured(Basis basis, List<Seated> seats, boolean over) {
        return measured(basis, null, seats, over);
    }

    private static WeekMeasure measured(Basis basis, @Nullable Integer gapDaysMax, List<Seated> seats, boolean over) {
        var rules = new RuleSet(
                "iop-standard",
                1,
                540,
                1_140,
                3,
                5,
                null,
                false,
                gapDaysMax,
                50,
                false,
                basis,
                24,
                RuleSet.RECERTIFICATION_DAYS,
                RuleSet.PLAN_DAYS,
                RuleSet.PLAN_REVIEW_DAYS,
                RuleSet.GroupSize.OF_THE_HOUSE);
        return WeekMeasure.of(rules, MeasureWeeks.facts(Standard.ofProgram(rules), ADA, MONDAY, seats, false, over));
    }

    private static List<Seated> closed(int... attended) {
        var seats = new ArrayList<Seated>();
        for (int i = 0; i < attended.length; i++) {
            seats.add(new Seated(
                    ADA.id(), MONDAY.plusDays(2L * i), Modality.GROUP_THERAPY, true, false, 180, attended[i]));
        }
        return seats;
    }

    private static List<Seated> ahead(int evenings) {
        var seats = new ArrayList<Seated>();
        for (int i = 0; i < evenings; i++) {
            seats.add(new Seated(ADA.id(), MONDAY.plusDays(2L * i), Modality.GROUP_THERAPY, true, true, 180, 0));
        }
        return seats;
    }
}
