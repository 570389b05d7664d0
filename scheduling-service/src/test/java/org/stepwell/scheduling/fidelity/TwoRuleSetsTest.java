package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.contracts.code.Modality.CAREER_ASSISTANCE;
import static org.stepwell.contracts.code.Modality.GROUP_THERAPY;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.MET;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.NOT_APPLICABLE;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.NOT_MET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.enrolled.Absence;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.MeasureWeeks.Seated;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/** The vectors of the domain for somebody who stands under two rule sets: nine hours a week, and three hours on three days. */
class TwoRuleSetsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final RuleSet NINE_HOURS = Presets.of("medicare-iop");
    private static final RuleSet THREE_HOURS_THREE_DAYS = Presets.of("hcpcs-h0015");
    private static final RuleSet NEW_YORK = Presets.of("ny-oasas");
    private static final RuleSet NORTH_CAROLINA = Presets.of("nc-saiop");

    private final List<Seated> seats = new ArrayList<>();
    private boolean closed;
    private Episode ada = inProgramFrom(MONDAY.minusDays(28));

    @Test
    void mondayWednesdayFridayOf180MinutesPassForTheProgramAndForThePayer() {
        attends(180, 0, 180, 0, 180);

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(payer(THREE_HOURS_THREE_DAYS).verdict()).isEqualTo(MET);
    }

    @Test
    void fiveDaysOf108MinutesPassForTheProgramAndFailForThePayer() {
        attends(108, 108, 108, 108, 108);

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(payer(THREE_HOURS_THREE_DAYS).verdict()).isEqualTo(NOT_MET);
        assertThat(payer(THREE_HOURS_THREE_DAYS).unmet()).containsExactly(Need.DAYS);
    }

    @Test
    void fifteenMinutesMissedOnFridayFailForBothAndForThePayerByThatDayToo() {
        attends(180, 0, 180, 0, 165);

        assertThat(program().unmet()).containsExactly(Need.WEEK_MINUTES);
        assertThat(payer(THREE_HOURS_THREE_DAYS).unmet()).containsExactly(Need.WEEK_MINUTES, Need.DAYS);
        assertThat(payer(THREE_HOURS_THREE_DAYS).days()).isEqualTo(2);
    }

    @Test
    void newYorkGoesByWhatWasScheduledAndItsWeekIsMetWhereTheProgramsIsNot() {
        attends(180, 0, 180, 0, 165);

        assertThat(program().verdict()).isEqualTo(NOT_MET);
        assertThat(payer(NEW_YORK).verdict()).isEqualTo(MET);
        assertThat(payer(NEW_YORK).minutes()).isEqualTo(540);
    }

    @Test
    void tuesdayAndThursdayOf270MinutesPassForTheProgramAndAreADayTooFewForThePayer() {
        attends(0, 270, 0, 270, 0);

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(payer(THREE_HOURS_THREE_DAYS).unmet()).containsExactly(Need.DAYS);
    }

    @Test
    void mondayToWednesdayPassForTheProgramAndLeaveAGapOfFourDaysInNorthCarolina() {
        attends(180, 180, 180, 0, 0);

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(payer(NORTH_CAROLINA).unmet()).containsExactly(Need.GAP);
        assertThat(payer(NORTH_CAROLINA).longestGapDays()).isEqualTo(4);
    }

    @Test
    void whatThePayerDoesNotCountIsTreatmentForTheProgramAlone() {
        attends(180, 0, 180, 0, 0);
        seat(4, CAREER_ASSISTANCE, 180);

        assertThat(program().verdict()).isEqualTo(MET);
        var payer = measured(payerFrom(THREE_HOURS_THREE_DAYS, MONDAY.minusDays(60), Set.of(CAREER_ASSISTANCE), false));
        assertThat(payer.minutes()).isEqualTo(360);
        assertThat(payer.unmet()).containsExactly(Need.WEEK_MINUTES, Need.DAYS);
    }

    @Test
    void aWeekThatBeginsBeforeItsApprovalMayLackWhatTheEarlierDaysHadAndIsMetWhereTheLaterAreEnough() {
        attends(180, 0, 180, 0, 180);
        var fromWednesday = payerFrom(THREE_HOURS_THREE_DAYS, MONDAY.plusDays(2), Set.of(), true);

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(measured(fromWednesday).verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(measured(fromWednesday).minutes()).isEqualTo(360);

        seat(3, GROUP_THERAPY, 180);
        assertThat(measured(fromWednesday).verdict()).isEqualTo(MET);
    }

    @Test
    void aGapDoesNotBeginBeforeTheApproval() {
        attends(0, 0, 180, 180, 180);

        assertThat(payer(NORTH_CAROLINA).unmet()).containsExactly(Need.GAP);
        assertThat(measured(payerFrom(NORTH_CAROLINA, MONDAY.plusDays(2), Set.of(), true))
                        .verdict())
                .isEqualTo(MET);
    }

    @Test
    void firstWeeksAreNotApplicableUnderBoth() {
        attends(180, 0, 180, 0, 180);
        ada = inProgramFrom(MONDAY.plusDays(1));

        assertThat(program().verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(payer(THREE_HOURS_THREE_DAYS).verdict()).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void heldWeeksAreNotApplicableUnderBoth() {
        attends(180, 0, 180, 0, 180);
        ada = inProgramFrom(MONDAY.minusDays(28), new Absence(MONDAY.plusDays(3), MONDAY.plusDays(20)));

        assertThat(program().verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(payer(THREE_HOURS_THREE_DAYS).verdict()).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void aHolidayExcusesTheRuleSetThatLacksItAlone() {
        attends(0, 270, 0, 270, 0);
        closed = true;

        assertThat(program().verdict()).isEqualTo(MET);
        assertThat(payer(THREE_HOURS_THREE_DAYS).verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(payer(THREE_HOURS_THREE_DAYS).missing()).containsExactly(Need.DAYS);
    }

    private WeekMeasure program() {
        return measured(Standard.ofProgram(NINE_HOURS));
    }

    private WeekMeasure payer(RuleSet rules) {
        return measured(payerFrom(rules, MONDAY.minusDays(60), Set.of(), false));
    }

    private static Standard payerFrom(RuleSet rules, LocalDate from, Set<Modality> apart, boolean inPart) {
        var days = new TreeSet<>(from.datesUntil(SUNDAY.plusDays(1)).toList());
        return new Standard(RulesOf.PAYER, rules, apart, days, inPart);
    }

    private WeekMeasure measured(Standard standard) {
        return WeekMeasure.of(
                standard.rules(), MeasureWeeks.facts(standard, ada, MONDAY, List.copyOf(seats), closed, true));
    }

    private void attends(int... minutes) {
        seats.add(new Seated(ada.id(), MONDAY.minusDays(3), GROUP_THERAPY, true, false, 180, 180));
        for (int day = 0; day < minutes.length; day++) {
            seat(day, GROUP_THERAPY, minutes[day]);
        }
    }

    /** Each session was planned for three hours at least. */
    private void seat(int day, Modality modality, int attended) {
        if (attended > 0) {
            seats.add(new Seated(
                    ada.id(), MONDAY.plusDays(day), modality, true, false, Math.max(180, attended), attended));
        }
    }

    private static Episode inProgramFrom(LocalDate day, Absence... absences) {
        return new Episode(
                new EpisodeId(Uuid7.next()),
                new PatientId(Uuid7.next()),
                new ProgramId(Uuid7.next()),
                "EVENING",
                day,
                MONDAY.plusDays(62),
                540,
                List.of(absences),
                null);
    }
}
