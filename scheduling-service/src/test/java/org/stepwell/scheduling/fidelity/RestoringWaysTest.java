package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.contracts.code.Modality.CAREER_ASSISTANCE;
import static org.stepwell.contracts.code.Modality.GROUP_THERAPY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/** What makes up for a week under two rule sets, and what does where nothing is enough for both. */
class RestoringWaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final RuleSet NINE_HOURS = Presets.of("medicare-iop");
    private static final RuleSet FIVE_DAYS_AT_MOST = Presets.of("iop-standard");
    private static final RuleSet THREE_HOURS_THREE_DAYS = Presets.of("hcpcs-h0015");
    private static final Choice ON_WEDNESDAY = session(2, 180, GROUP_THERAPY);
    private static final Choice ON_THURSDAY = session(3, 180, GROUP_THERAPY);

    private RuleSet program = NINE_HOURS;
    private boolean inPart;
    private int firstApprovedDay = -7;

    @Test
    void whatIsEnoughForBothIsProposedAndNothingElse() {
        var ways = of(List.of(ON_WEDNESDAY, ON_THURSDAY), 180, 0, 180);

        assertThat(ways.ways()).containsExactly(List.of(ON_THURSDAY));
        assertThat(ways.restorable()).containsExactly(RulesOf.PROGRAM, RulesOf.PAYER);
    }

    @Test
    void whereNothingIsEnoughForBothTheProgramsIsProposed() {
        var ways = of(List.of(ON_WEDNESDAY), 180, 0, 180);

        assertThat(ways.ways()).containsExactly(List.of(ON_WEDNESDAY));
        assertThat(ways.restorable()).containsExactly(RulesOf.PROGRAM);
    }

    @Test
    void whatThePayerDoesNotCountIsEnoughForTheProgramAlone() {
        var ways = of(List.of(session(3, 180, CAREER_ASSISTANCE)), 180, 0, 180);

        assertThat(ways.restorable()).containsExactly(RulesOf.PROGRAM);
    }

    @Test
    void whatThePayerLacksIsMadeUpForWithoutTakingFromTheProgramWhatItHas() {
        program = FIVE_DAYS_AT_MOST;
        var onSaturday = session(5, 180, GROUP_THERAPY);
        var onTheDaysThemselves =
                List.of(session(2, 80, GROUP_THERAPY), session(3, 80, GROUP_THERAPY), session(4, 80, GROUP_THERAPY));

        assertThat(of(List.of(onSaturday), 180, 180, 100, 100, 100).ways())
                .as("a sixth day is too many for the program")
                .isEmpty();
        assertThat(of(onTheDaysThemselves, 180, 180, 100, 100, 100).ways())
                .as("one full day more is enough")
                .containsExactly(
                        List.of(onTheDaysThemselves.get(0)),
                        List.of(onTheDaysThemselves.get(1)),
                        List.of(onTheDaysThemselves.get(2)));
    }

    @Test
    void noPayerAsksForWhatTheyDidNotApprove() {
        inPart = true;
        firstApprovedDay = 2;

        var ways = of(List.of(ON_THURSDAY), 180, 0, 180, 0, 180);

        assertThat(ways.ways()).isEmpty();
        assertThat(ways.restorable()).isEmpty();
    }

    private RestoringWays of(List<Choice> choices, int... minutes) {
        var days = new TreeSet<>(
                MONDAY.plusDays(firstApprovedDay).datesUntil(MONDAY.plusDays(7)).toList());
        var payer = new Standard(RulesOf.PAYER, THREE_HOURS_THREE_DAYS, Set.of(CAREER_ASSISTANCE), days, inPart);
        var weeks = List.of(week(Standard.ofProgram(program), minutes), week(payer, minutes));
        return RestoringWays.of(weeks, choices, _ -> true, 5);
    }

    private EpisodeWeek week(Standard standard, int... minutes) {
        var episode = new Episode(
                new EpisodeId(Uuid7.next()),
                new PatientId(Uuid7.next()),
                new ProgramId(Uuid7.next()),
                "EVENING",
                MONDAY.minusDays(28),
                MONDAY.plusDays(62),
                540,
                List.of(),
                null);
        var counted = new ArrayList<Treatment>();
        for (int day = 0; day < minutes.length; day++) {
            if (standard.counts(MONDAY.plusDays(day), GROUP_THERAPY)) {
                counted.add(new Treatment(MONDAY.plusDays(day), minutes[day], true));
            }
        }
        var facts = new WeekMeasure.Facts(MONDAY, counted, List.of(), MONDAY.minusDays(7), true, inPart, false);
        return new EpisodeWeek(
                episode, MONDAY, standard, facts, WeekMeasure.of(standard.rules(), facts), List.of(), false);
    }

    private static Choice session(int day, int minutes, Modality modality) {
        var start = MONDAY.plusDays(day).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
        return new Choice(
                new SessionId(UUID.randomUUID()),
                MONDAY.plusDays(day),
                start,
                start.plusSeconds(60L * minutes),
                minutes,
                modality,
                true,
                true);
    }
}
