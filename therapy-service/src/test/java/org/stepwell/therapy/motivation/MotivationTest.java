package org.stepwell.therapy.motivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.ADMITTED;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.motivation.MotivationRule.BALANCE_SAYS_SOMETHING;
import static org.stepwell.therapy.motivation.MotivationRule.BALANCE_WHILE_IN;
import static org.stepwell.therapy.motivation.MotivationRule.STAGE_OF_A_DAY_IN_THE_PROGRAM;
import static org.stepwell.therapy.motivation.MotivationRule.TALK_OF_A_SESSION_THEY_WERE_AT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.roster.Presence;

class MotivationTest {

    private static final Presence THERE = new Presence(new SessionId(Uuid7.next()), TODAY, true);
    private static final Presence NOT_THERE = new Presence(THERE.session(), TODAY, false);
    private static final TalkCounts FEW = new TalkCounts(1, 0, 0, 0, 0, 0, 0, 3);
    private static final TalkCounts MORE = new TalkCounts(2, 0, 0, 0, 1, 0, 0, 1);

    @Test
    void aStageIsOfTodayUnlessAnotherDayIsSaid() {
        assertThat(seen(null).view().date()).isEqualTo(TODAY);
        assertThat(seen(ADMITTED).view().date()).isEqualTo(ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-03-03"})
    void noStageIsSeenBeforeTheAdmissionOrInTheFuture(LocalDate day) {
        assertRefused(STAGE_OF_A_DAY_IN_THE_PROGRAM, () -> seen(day));
    }

    @Test
    void aStageMayBeWrittenDownLateButNotOfADayAfterTheLast() {
        var stay = Stays.over();

        assertThat(StageSeen.in(UUID.randomUUID(), stay, Stage.ACTION, stay.lastDay(), DORA, NOW)
                        .view()
                        .stage())
                .isEqualTo(Stage.ACTION);
        assertRefused(
                STAGE_OF_A_DAY_IN_THE_PROGRAM,
                () -> StageSeen.in(UUID.randomUUID(), stay, Stage.ACTION, null, DORA, NOW));
    }

    @Test
    void talkIsCountedWhereThePatientWasAndCountedAgain() {
        assertRefused(TALK_OF_A_SESSION_THEY_WERE_AT, () -> counted(NOT_THERE));
        var talk = counted(THERE);

        talk.recounted(THERE, MORE, DORA, NOW);
        assertRefused(TALK_OF_A_SESSION_THEY_WERE_AT, () -> talk.recounted(NOT_THERE, FEW, DORA, NOW));

        assertThat(talk.view().counts()).isEqualTo(MORE);
        assertThat(talk.view().changePercent()).isEqualTo(75);
    }

    @Test
    void aBalanceSaysSomethingOnAnyOfItsLists() {
        var none = List.<String>of();
        var one = List.of("It is quiet then.");

        assertRefused(BALANCE_SAYS_SOMETHING, () -> new BalanceContent(none, none, none, none).mustSaySomething());
        new BalanceContent(one, none, none, none).mustSaySomething();
        new BalanceContent(none, one, none, none).mustSaySomething();
        new BalanceContent(none, none, one, none).mustSaySomething();
        new BalanceContent(none, none, none, one).mustSaySomething();
    }

    @Test
    void aBalanceIsWrittenWhileThePatientIsIn() {
        assertRefused(BALANCE_WHILE_IN, () -> new DecisionalBalance(UUID.randomUUID(), Stays.over(), 1, "", DORA, NOW));
    }

    private static StageSeen seen(@Nullable LocalDate day) {
        return StageSeen.in(UUID.randomUUID(), Stays.running(), Stage.PREPARATION, day, DORA, NOW);
    }

    private static ChangeTalk counted(Presence session) {
        return ChangeTalk.counted(UUID.randomUUID(), Stays.running(), session, FEW, DORA, NOW);
    }
}
