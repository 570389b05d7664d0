package org.stepwell.therapy.twelvestep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.ADMITTED;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.twelvestep.StepWork.State.BEGUN;
import static org.stepwell.therapy.twelvestep.StepWork.State.NOT_BEGUN;
import static org.stepwell.therapy.twelvestep.StepWork.State.WORKED;
import static org.stepwell.therapy.twelvestep.TwelveStepRule.FACILITATED_WHERE_THEY_WERE;
import static org.stepwell.therapy.twelvestep.TwelveStepRule.MEETING_OF_A_DAY_IN_THE_PROGRAM;
import static org.stepwell.therapy.twelvestep.TwelveStepRule.STEP_OF_THE_FELLOWSHIP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.roster.Presence;
import org.stepwell.therapy.telling.Told;

class TwelveStepTest {

    private static final Told BY_HERSELF = new Told(Stays.running(), null, NOW);
    private static final Told A_WEEK_LATER = new Told(BY_HERSELF.stay(), DORA, NOW.plus(Duration.ofDays(7)));

    @ParameterizedTest(name = "{0} has {1} steps")
    @CsvSource(textBlock = """
            ALCOHOLICS_ANONYMOUS, 12
            NARCOTICS_ANONYMOUS, 12
            SMART_RECOVERY, 4
            RECOVERY_DHARMA, 8
            WOMEN_FOR_SOBRIETY, 13
            LIFERING, 20
            """)
    void aStepIsOneOfItsFellowships(Fellowship fellowship, int steps) {
        fellowship.mustHave(1);
        fellowship.mustHave(steps);
        assertRefused(STEP_OF_THE_FELLOWSHIP, () -> fellowship.mustHave(0));
        assertRefused(STEP_OF_THE_FELLOWSHIP, () -> fellowship.mustHave(steps + 1));
        assertRefused(STEP_OF_THE_FELLOWSHIP, () -> new StepWork(UUID.randomUUID(), BY_HERSELF, fellowship, steps + 1));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource(textBlock = """
            NOT_BEGUN, NOT_BEGUN,
            NOT_BEGUN, BEGUN,
            NOT_BEGUN, WORKED,
            BEGUN,     NOT_BEGUN,
            BEGUN,     BEGUN,
            BEGUN,     WORKED,
            WORKED,    NOT_BEGUN,
            WORKED,    BEGUN,
            WORKED,    WORKED,
            """)
    void aStepIsAsFarAsThePatientSaysLast(StepWork.State first, StepWork.State then) {
        var work = new StepWork(UUID.randomUUID(), BY_HERSELF, Fellowship.SMART_RECOVERY, 2);
        work.is(first, BY_HERSELF);

        work.is(then, A_WEEK_LATER);

        var told = work.view();
        assertThat(told.state()).isEqualTo(then);
        assertThat(told.begunAt() == null).isEqualTo(then == NOT_BEGUN);
        assertThat(told.workedAt() == null).isEqualTo(then != WORKED);
    }

    @Test
    void whenAStepWasBegunStandsUntilItIsTakenUpAgain() {
        var work = new StepWork(UUID.randomUUID(), BY_HERSELF, Fellowship.ALCOHOLICS_ANONYMOUS, 4);

        work.is(BEGUN, BY_HERSELF);
        work.is(BEGUN, A_WEEK_LATER);
        assertThat(work.view().begunAt()).isEqualTo(NOW);
        assertThat(work.view().writtenBy()).isNull();

        work.is(WORKED, A_WEEK_LATER);
        assertThat(work.view().begunAt()).isEqualTo(NOW);
        assertThat(work.view().workedAt()).isEqualTo(A_WEEK_LATER.at());
        assertThat(work.view().writtenBy()).isEqualTo(DORA);

        work.is(BEGUN, A_WEEK_LATER);
        assertThat(work.view().begunAt()).isEqualTo(A_WEEK_LATER.at());
    }

    @Test
    void aMeetingIsOfADayInTheProgramThatCame() {
        assertThat(went(ADMITTED).view().date()).isEqualTo(ADMITTED);
        assertThat(went(TODAY).view().date()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-03-03"})
    void noMeetingIsTriedBeforeTheAdmissionOrInTheFuture(LocalDate day) {
        assertRefused(MEETING_OF_A_DAY_IN_THE_PROGRAM, () -> went(day));
    }

    @Test
    void facilitationIsOfASessionThePatientWasAt() {
        var there = new Presence(new SessionId(Uuid7.next()), TODAY, true);
        var notThere = new Presence(there.session(), TODAY, false);

        assertRefused(FACILITATED_WHERE_THEY_WERE, () -> about(notThere));
        var facilitation = about(there);
        assertRefused(FACILITATED_WHERE_THEY_WERE, () -> facilitation.about(notThere, Topic.ENABLING, DORA, NOW));

        assertThat(facilitation.view().topic()).isEqualTo(Topic.GENOGRAM);
        assertThat(facilitation.view().kind()).isEqualTo(Topic.Kind.ELECTIVE);
    }

    @Test
    void topicsAreFiveOfTheCoreFiveElectiveTwoConjointAndTheLast() {
        var byKind = Arrays.stream(Topic.values()).collect(Collectors.groupingBy(Topic::kind, Collectors.counting()));

        assertThat(byKind)
                .containsEntry(Topic.Kind.CORE, 5L)
                .containsEntry(Topic.Kind.ELECTIVE, 5L)
                .containsEntry(Topic.Kind.CONJOINT, 2L)
                .containsEntry(Topic.Kind.TERMINATION, 1L);
    }

    private static MeetingTried went(LocalDate day) {
        return new MeetingTried(
                UUID.randomUUID(),
                BY_HERSELF,
                new MeetingTried.What(day, Fellowship.LIFERING, MeetingTried.Format.ONLINE, false));
    }

    private static Facilitation about(Presence session) {
        return new Facilitation(UUID.randomUUID(), Stays.running(), session, Topic.GENOGRAM, DORA, NOW);
    }
}
