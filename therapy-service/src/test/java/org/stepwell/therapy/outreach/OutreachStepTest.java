package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.outreach.OutreachFixtures.MONDAY;
import static org.stepwell.therapy.outreach.OutreachFixtures.absence;
import static org.stepwell.therapy.outreach.OutreachFixtures.at;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

class OutreachStepTest {

    private static final Instant SESSION = at(MONDAY, LocalTime.of(18, 0));
    private static final Instant LATER = SESSION.plusSeconds(3_600);
    private static final StaffId DORA = new StaffId(UUID.randomUUID());
    private static final AbsenceRun RUN = new AbsenceRun(
            UUID.randomUUID(), new EpisodeId(UUID.randomUUID()), new PatientId(UUID.randomUUID()), absence("N"));

    @ParameterizedTest
    @CsvSource({
        // rung, way, outcome, whether that does it
        "SAME_DAY_CONTACT,   EMAIL,        NO_ANSWER,            true",
        "THERAPIST_CALL,     PHONE,        NO_ANSWER,            true",
        "THERAPIST_CALL,     VISIT,        REACHED,              true",
        "THERAPIST_CALL,     TEXT_MESSAGE, REACHED,              false",
        "WELFARE_CHECK,      PHONE,        LEFT_NEUTRAL_MESSAGE, false",
        "WELFARE_CHECK,      PHONE,        REACHED,              true",
        "WELFARE_CHECK,      PHONE,        OTHERS_LOOK_AFTER,    true",
        "TEAM_REVIEW,        IN_PERSON,    REACHED,              false",
        "CERTIFIED_LETTER,   LETTER,       LEFT_NEUTRAL_MESSAGE, true",
        "CERTIFIED_LETTER,   PHONE,        NO_ANSWER,            false",
        "DISCHARGE_PROPOSAL, LETTER,       NO_ANSWER,            false"
    })
    void anAttemptDoesWhatAStepAsksFor(Rung rung, Way way, Outcome outcome, boolean does) {
        assertThat(attempt(way, outcome, SESSION).does(rung, SESSION)).isEqualTo(does);
        assertThat(attempt(way, outcome, SESSION.minusSeconds(1)).does(rung, SESSION))
                .isFalse();
    }

    @Test
    void aWrongNumberIsOneThatWasCalled() {
        assertThat(attempt(Way.TEXT_MESSAGE, Outcome.WRONG_NUMBER, SESSION).reached())
                .isFalse();
        assertRefused(OutreachRule.OUTCOME_FITS_THE_WAY, () -> attempt(Way.LETTER, Outcome.WRONG_NUMBER, SESSION));
    }

    @Test
    void nobodyTriedTomorrow() {
        assertRefused(
                OutreachRule.ATTEMPT_OF_A_TIME_IN_THE_PROGRAM,
                () -> attempt(Way.PHONE, Outcome.REACHED, LATER.plusSeconds(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SAME_DAY_CONTACT", "THERAPIST_CALL"})
    void whatAsksForContactIsDoneByAnAttemptAndMayBeDecidedAgainst(Rung rung) {
        var step = step(rung);

        assertRefused(OutreachRule.STEP_ENDS_BY_AN_ATTEMPT, () -> step.concluded(true, "sealed", DORA, LATER));
        assertThat(step.isOpen()).isTrue();
        step.concluded(false, "sealed", DORA, LATER);

        assertThat(step.status()).isEqualTo(StepStatus.DECIDED_AGAINST);
    }

    @Test
    void aWelfareCheckIsNotDecidedAgainst() {
        var step = step(Rung.WELFARE_CHECK);

        assertRefused(OutreachRule.WELFARE_IS_NOT_DECIDED_AGAINST, () -> step.concluded(false, "sealed", DORA, LATER));
        assertRefused(OutreachRule.WELFARE_IS_NOT_DECIDED_AGAINST, () -> step.concluded(true, "sealed", DORA, LATER));

        assertThat(step.isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAM_REVIEW", "CERTIFIED_LETTER", "DISCHARGE_PROPOSAL"})
    void whatIsDoneAtADeskEndsOnce(Rung rung) {
        var step = step(rung);

        step.concluded(true, "sealed", DORA, LATER);

        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertRefused(OutreachRule.STEP_IS_OPEN, () -> step.concluded(false, "sealed", DORA, LATER));
    }

    @Test
    void aWelfareCheckIsAskedForAgainOnAnotherDayAndAllElseOnceARun() {
        var check = step(Rung.WELFARE_CHECK);
        assertThat(check.answers(Rung.WELFARE_CHECK, MONDAY.plusDays(2))).isTrue();
        check.doneBy(attempt(Way.PHONE, Outcome.OTHERS_LOOK_AFTER, LATER), LATER);
        assertThat(check.answers(Rung.WELFARE_CHECK, MONDAY)).isTrue();
        assertThat(check.answers(Rung.WELFARE_CHECK, MONDAY.plusDays(2))).isFalse();

        var call = step(Rung.THERAPIST_CALL);
        call.doneBy(attempt(Way.PHONE, Outcome.NO_ANSWER, LATER), LATER);
        assertThat(call.answers(Rung.THERAPIST_CALL, MONDAY.plusDays(2))).isTrue();
        call.withdrawn(LATER);
        assertThat(call.answers(Rung.THERAPIST_CALL, MONDAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPEN            | DONE DECIDED_AGAINST SUPERSEDED WITHDRAWN
            DONE            | WITHDRAWN
            DECIDED_AGAINST |
            SUPERSEDED      | WITHDRAWN
            WITHDRAWN       |
            """)
    void aStepGoesOn(StepStatus from, @Nullable String to) {
        var next = EnumSet.noneOf(StepStatus.class);
        if (to != null) {
            Arrays.stream(to.split(" ")).map(StepStatus::valueOf).forEach(next::add);
        }
        assertThat(from.next()).isEqualTo(next);
    }

    @Test
    void noStepMakesAWelfareCheckNeedless() {
        for (var rung : Rung.values()) {
            assertThat(rung.supersedes()).doesNotContain(Rung.WELFARE_CHECK, rung);
        }
    }

    private static OutreachStep step(Rung rung) {
        var asked = new OutreachStep.Asked(rung, Because.MISSED, SESSION, MONDAY, LATER);
        return new OutreachStep(new StepId(UUID.randomUUID()), RUN, asked, SESSION);
    }

    private static OutreachAttempt attempt(Way way, Outcome outcome, Instant at) {
        return new OutreachAttempt(
                UUID.randomUUID(),
                new OutreachAttempt.Made(RUN.episode(), RUN.patient(), at, way, outcome, DORA, LATER),
                null);
    }
}
