package org.stepwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;

class AftercarePlanTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-06");

    private final AftercarePlan plan = new AftercarePlan(
            new AftercarePlanId(Uuid7.next()), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()), MONDAY);

    @ParameterizedTest
    @CsvSource(textBlock = """
            DRAFT,  'ACTIVE,CLOSED'
            ACTIVE, 'PAUSED,CLOSED'
            PAUSED, 'ACTIVE,CLOSED'
            CLOSED, ACTIVE
            """)
    void theLifecycle(Standing.Status status, String next) {
        assertThat(status.next().stream().map(Enum::name).toList())
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(","));
    }

    @Test
    void aPlanOpensAsADraftInWhichThingsAreArranged() {
        assertThat(plan.opened().at()).isEqualTo(MONDAY);
        assertThat(plan.asOpen().patient()).isEqualTo(plan.patient());
    }

    @Test
    void checkInsBelongToAnActivePlanOnly() {
        assertRefused(PlanRule.PLAN_NOT_ACTIVE, plan::asActive);

        plan.activate(LAST_DAY);

        assertThat(plan.asActive().episode()).isEqualTo(plan.episode());
        assertThat(plan.following().activeFrom()).isEqualTo(LAST_DAY);
    }

    @Test
    void aClosedPlanStaysAsItIs() {
        plan.close(ClosingReason.COMPLETED, MONDAY);

        assertRefused(PlanRule.PLAN_CLOSED, plan::asOpen);
        assertRefused(PlanRule.PLAN_CLOSED, () -> plan.activate(LAST_DAY));
        assertRefused(PlanRule.PLAN_CLOSED, () -> plan.close(ClosingReason.MOVED, MONDAY));
        assertThat(plan.closedBecause()).isEqualTo(ClosingReason.COMPLETED);
    }

    @Test
    void nobodyClosesADraftByHand() {
        assertRefused(PlanRule.DRAFT_FOLLOWS_DISCHARGE, () -> plan.end(ClosingReason.DECLINED, MONDAY));
        assertThat(plan.status()).isEqualTo(Standing.Status.DRAFT);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            COMPLETED,           true
            DECLINED,            true
            UNREACHABLE,         true
            MOVED,               true
            DECEASED,            true
            DISCHARGE_CANCELLED, false
            NEVER_CAME,          false
            """)
    void anActivePlanIsClosedByHandForReasonsThatPeopleDecide(ClosingReason reason, boolean decided) {
        plan.activate(LAST_DAY);

        if (decided) {
            assertThat(plan.end(reason, MONDAY).at()).isEqualTo(MONDAY);
        } else {
            assertRefused(PlanRule.REASON_FOLLOWS_ENROLLMENT, () -> plan.end(reason, MONDAY));
        }
        assertThat(plan.closedBecause()).isEqualTo(decided ? reason : null);
    }

    @Test
    void aClosedPlanIsNotClosedAgainWhateverTheReason() {
        plan.close(ClosingReason.COMPLETED, MONDAY);

        assertRefused(PlanRule.PLAN_CLOSED, () -> plan.end(ClosingReason.NEVER_CAME, MONDAY));
    }

    @Test
    void thePlannedDayMovesWhileThePlanIsADraft() {
        plan.dischargeIsPlannedFor(LAST_DAY);
        plan.dischargeIsPlannedFor(LAST_DAY.plusDays(7));
        plan.activate(LAST_DAY.plusDays(7));
        plan.dischargeIsPlannedFor(LAST_DAY.plusDays(70));

        assertThat(plan.dischargePlannedFor()).isEqualTo(LAST_DAY.plusDays(7));
    }

    @Test
    void aReadmissionPausesThePlanAndTheNextDischargeResumesItAfterThatEpisode() {
        var first = plan.episode();
        var second = new EpisodeId(Uuid7.next());
        plan.activate(LAST_DAY);
        plan.asksAt(Pace.QUARTERLY);

        assertThat(plan.pause(second, MONDAY).episode()).isEqualTo(first);
        assertRefused(PlanRule.PLAN_NOT_ACTIVE, plan::asActive);
        assertRefused(PlanRule.PAUSE_ENDS_WITH_TREATMENT, () -> plan.end(ClosingReason.COMPLETED, MONDAY));
        assertThat(plan.asOpen().episode()).isEqualTo(second);
        var before = plan.resume(LAST_DAY.plusDays(60));

        assertThat(before).isEqualTo(new Stint(plan.id(), first, LAST_DAY, MONDAY));
        assertThat(plan.asActive().episode()).isEqualTo(second);
        assertThat(plan.following().activeFrom()).isEqualTo(LAST_DAY.plusDays(60));
        assertThat(plan.following().pausedAt()).isNull();
        assertThat(plan.pace()).isEqualTo(Pace.BY_TIME);
    }

    @Test
    void whoeverNeverCameBackGoesOnAsIfNothingHadBeen() {
        var first = plan.episode();
        plan.activate(LAST_DAY);
        plan.pause(new EpisodeId(Uuid7.next()), MONDAY);

        plan.goOn();

        assertThat(plan.asActive().episode()).isEqualTo(first);
        assertThat(plan.following().activeFrom()).isEqualTo(LAST_DAY);
        assertThat(plan.following().nextEpisode()).isNull();
    }

    @Test
    void aPausedPlanThatEndsNamesTheEpisodeInWhichThePatientIs() {
        var second = new EpisodeId(Uuid7.next());
        plan.activate(LAST_DAY);
        plan.pause(second, MONDAY);

        assertThat(plan.close(ClosingReason.DECEASED, MONDAY).episode()).isEqualTo(second);
        var before = plan.lives(LAST_DAY.plusDays(9));

        assertThat(before).isPresent();
        assertThat(plan.asActive().episode()).isEqualTo(second);
        assertThat(plan.following().activeFrom()).isEqualTo(LAST_DAY.plusDays(9));
    }

    @Test
    void theDoorOfAClosedPlanIsNotShut() {
        assertRefused(PlanRule.PLAN_IS_OPEN, () -> plan.reopen(LAST_DAY, MONDAY));
        plan.activate(LAST_DAY);
        plan.asksAt(Pace.QUARTERLY);
        plan.end(ClosingReason.UNREACHABLE, MONDAY);

        assertThat(plan.reopen(LAST_DAY.plusDays(90), MONDAY.plusSeconds(5)).at())
                .isEqualTo(MONDAY.plusSeconds(5));

        assertThat(plan.asActive().id()).isEqualTo(plan.id());
        assertThat(plan.pace()).isEqualTo(Pace.BY_TIME);
        assertThat(plan.following().countedFrom()).isEqualTo(LAST_DAY.plusDays(90));
        assertThat(plan.following().activeFrom()).isEqualTo(LAST_DAY);
        assertThat(plan.closedBecause()).isNull();
        assertThat(plan.closedAt()).isNull();
    }

    @Test
    void whatWasClosedBeforeTheDischargeStaysClosed() {
        plan.close(ClosingReason.DISCHARGE_CANCELLED, MONDAY);

        assertRefused(PlanRule.OPENED_AGAIN_WHERE_NOTHING_FOLLOWED, () -> plan.reopen(LAST_DAY, MONDAY));
        assertThat(plan.status()).isEqualTo(Standing.Status.CLOSED);
    }

    @Test
    void aPatientAgreesToWaysOrToNoneAndNobodyHasAskedBefore() {
        assertThat(plan.channels()).isNull();

        plan.isAskedBy(Set.of(Channel.TEXT_MESSAGE, Channel.PHONE));
        assertThat(plan.channels()).containsExactly(Channel.PHONE, Channel.TEXT_MESSAGE);

        plan.isAskedBy(Set.of());
        assertThat(plan.channels()).isEmpty();
    }
}
