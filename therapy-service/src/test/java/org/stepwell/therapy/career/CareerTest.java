package org.stepwell.therapy.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.ADMITTED;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.career.BarrierMet.State.IN_THE_WAY;
import static org.stepwell.therapy.career.BarrierMet.State.OVERCOME;
import static org.stepwell.therapy.career.CareerRule.BARRIER_WAS_IN_THE_WAY;
import static org.stepwell.therapy.career.CareerRule.CAREER_GOAL_FOR_A_DAY_TO_COME;
import static org.stepwell.therapy.career.CareerRule.CAREER_GOAL_IS_OPEN;
import static org.stepwell.therapy.career.CareerRule.NOT_IN_LABOR_FORCE_SAYS_AS_WHAT;
import static org.stepwell.therapy.career.CareerRule.SKILLS_OF_A_DAY_IN_THE_PROGRAM;
import static org.stepwell.therapy.career.CareerRule.SKILLS_WHERE_THEY_WERE;
import static org.stepwell.therapy.career.CareerRule.WORK_STATUS_OF_A_DAY_IN_THE_PROGRAM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.telling.Told;

class CareerTest {

    private static final Told HERSELF = new Told(Stays.running(), null, NOW);
    private static final Told A_WEEK_LATER = new Told(HERSELF.stay(), DORA, NOW.plus(Duration.ofDays(7)));

    private static final WorkStatus.What STUDIES =
            new WorkStatus.What(Employment.NOT_IN_LABOR_FORCE, NotInLaborForce.STUDENT, Education.GRADE_12_OR_GED);

    @Test
    void whoeverIsNotInTheLaborForceSaysAsWhat() {
        assertRefused(
                NOT_IN_LABOR_FORCE_SAYS_AS_WHAT,
                () -> new WorkStatus.What(Employment.NOT_IN_LABOR_FORCE, null, Education.GRADE_12_OR_GED));
    }

    @ParameterizedTest
    @EnumSource(names = "NOT_IN_LABOR_FORCE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseDoes(Employment employment) {
        assertRefused(
                NOT_IN_LABOR_FORCE_SAYS_AS_WHAT,
                () -> new WorkStatus.What(employment, NotInLaborForce.OTHER, Education.GRADE_12_OR_GED));
    }

    @Test
    void aStatusIsSaidAsTheStateTakesIt() {
        var works = new WorkStatus.What(Employment.PART_TIME, null, Education.FOUR_YEARS_OF_COLLEGE_OR_MORE);

        assertThat(STUDIES.teds()).isEqualTo(Map.of("EMPLOY", 4, "DETNLF", 2, "EDUC", 3));
        assertThat(works.teds()).isEqualTo(Map.of("EMPLOY", 2, "EDUC", 5));
    }

    @Test
    void aStatusIsOfADayInTheProgramAndOfTodayUnlessSaid() {
        assertThat(status(null).view(false).date()).isEqualTo(TODAY);
        assertThat(status(ADMITTED).view(false).date()).isEqualTo(ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-03-03"})
    void noStatusIsOfADayBeforeTheProgramOrToCome(LocalDate day) {
        assertRefused(WORK_STATUS_OF_A_DAY_IN_THE_PROGRAM, () -> status(day));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            OPEN,     REACHED,  true
            OPEN,     GIVEN_UP, true
            REACHED,  OPEN,     true
            REACHED,  GIVEN_UP, false
            GIVEN_UP, OPEN,     true
            GIVEN_UP, REACHED,  false
            """)
    void aGoalIsOpenReachedOrGivenUp(CareerGoal.State before, CareerGoal.State after, boolean allowed) {
        var goal = aGoal();
        goal.stands(HERSELF, before);

        if (allowed) {
            goal.stands(A_WEEK_LATER, after);
        } else {
            assertRefused(CAREER_GOAL_IS_OPEN, () -> goal.stands(A_WEEK_LATER, after));
        }

        assertThat(goal.view("Work").state()).isEqualTo(allowed ? after : before);
    }

    @Test
    void sayingAgainHowAGoalStandsChangesNothing() {
        var goal = aGoal();

        goal.stands(A_WEEK_LATER, CareerGoal.State.OPEN);

        assertThat(goal.view("Work").writtenBy()).isNull();
        assertThat(goal.view("Work").toldAt()).isEqualTo(NOW);
    }

    @Test
    void aGoalIsSaidInOtherWordsWhileItIsOpen() {
        var goal = aGoal();
        goal.is(A_WEEK_LATER, "other", TODAY.plusDays(1));
        assertThat(goal.sealedGoal()).isEqualTo("other");
        assertThat(goal.view("Work").writtenBy()).isEqualTo(DORA);

        goal.stands(A_WEEK_LATER, CareerGoal.State.REACHED);

        assertRefused(CAREER_GOAL_IS_OPEN, () -> goal.is(A_WEEK_LATER, "third", TODAY));
        assertThat(goal.sealedGoal()).isEqualTo("other");
    }

    @Test
    void aGoalIsForADayToCome() {
        var goal = aGoal();

        assertRefused(CAREER_GOAL_FOR_A_DAY_TO_COME, () -> goal.is(HERSELF, "other", TODAY.minusDays(1)));

        assertThat(goal.view("Work").targetDate()).isEqualTo(TODAY);
        assertThat(goal.sealedGoal()).isEqualTo("sealed");
    }

    @Test
    void skillsAreInTheirOrder() {
        var work = worked(null, TODAY, false, Set.of(Skill.BUDGETING, Skill.JOB_SEARCH));

        assertThat(work.skills()).containsExactly(Skill.JOB_SEARCH, Skill.BUDGETING);
        assertThat(work.place()).isEqualTo(TODAY);
    }

    @Test
    void skillsAreOfASessionThatThePatientWasAtWheneverItWas() {
        var session = new SessionId(UUID.randomUUID());

        assertRefused(SKILLS_WHERE_THEY_WERE, () -> worked(session, TODAY, false, Set.of(Skill.RESUME)));

        assertThat(worked(session, TODAY, true, Set.of(Skill.RESUME)).place()).isEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-03-03"})
    void withoutASessionTheyAreOfADayInTheProgram(LocalDate day) {
        assertRefused(SKILLS_OF_A_DAY_IN_THE_PROGRAM, () -> worked(null, day, false, Set.of(Skill.RESUME)));
    }

    @Test
    void aBarrierIsOvercomeOnceItWasInTheWayAndMayComeBack() {
        assertRefused(
                BARRIER_WAS_IN_THE_WAY, () -> new BarrierMet(UUID.randomUUID(), HERSELF, Barrier.TRANSPORT, OVERCOME));
        var barrier = new BarrierMet(UUID.randomUUID(), HERSELF, Barrier.TRANSPORT, IN_THE_WAY);

        barrier.is(IN_THE_WAY, A_WEEK_LATER);
        assertThat(barrier.view().metAt()).isEqualTo(NOW);

        barrier.is(OVERCOME, A_WEEK_LATER);
        assertThat(barrier.view().state()).isEqualTo(OVERCOME);
        assertThat(barrier.view().overcomeAt()).isEqualTo(A_WEEK_LATER.at());
        assertThat(barrier.view().writtenBy()).isEqualTo(DORA);

        barrier.is(IN_THE_WAY, A_WEEK_LATER);
        assertThat(barrier.view().metAt()).isEqualTo(A_WEEK_LATER.at());
        assertThat(barrier.view().overcomeAt()).isNull();
    }

    private static WorkStatus status(@Nullable LocalDate day) {
        return new WorkStatus(UUID.randomUUID(), HERSELF, STUDIES, day);
    }

    private static CareerGoal aGoal() {
        return new CareerGoal(UUID.randomUUID(), HERSELF, "sealed", TODAY);
    }

    private static SkillWork worked(@Nullable SessionId session, LocalDate day, boolean there, Set<Skill> skills) {
        return new SkillWork(
                UUID.randomUUID(),
                Stays.running(),
                new SkillWork.When(session, day, there),
                List.copyOf(skills),
                DORA,
                NOW);
    }
}
