package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.therapy.plan.PlanFixtures.ADA;
import static org.stepwell.therapy.plan.PlanFixtures.COUNSELOR;
import static org.stepwell.therapy.plan.PlanFixtures.DORA;
import static org.stepwell.therapy.plan.PlanFixtures.IN_A_MONTH;
import static org.stepwell.therapy.plan.PlanFixtures.MONDAY;
import static org.stepwell.therapy.plan.PlanFixtures.SOCIAL_WORKER;
import static org.stepwell.therapy.plan.PlanFixtures.STAY;
import static org.stepwell.therapy.plan.PlanFixtures.aDraft;
import static org.stepwell.therapy.plan.PlanFixtures.signedBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Signer;

class PlanTest {

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(textBlock = """
            DRAFT,      SIGNED,     true
            DRAFT,      SUPERSEDED, false
            SIGNED,     DRAFT,      false
            SIGNED,     SUPERSEDED, true
            SUPERSEDED, DRAFT,      false
            SUPERSEDED, SIGNED,     false
            """)
    void aPlanGoesOneWay(PlanStatus from, PlanStatus to, boolean may) {
        assertThat(from.next().contains(to)).isEqualTo(may);
    }

    @Test
    void aPlanHoldsOnceAnIndependentClinicianSignedAndThePatientWasAsked() {
        var plan = signedBy(SOCIAL_WORKER);
        assertThat(plan.isAgreed()).isFalse();
        plan.answered(PatientAnswer.SIGNED, null, MONDAY);
        assertThat(plan.isAgreed()).isTrue();

        assertThat(plan.holds(IN_A_MONTH, MONDAY)).isEqualTo(new PlanSigned(ADA, STAY, 1, IN_A_MONTH, MONDAY));

        assertThat(plan.status()).isEqualTo(PlanStatus.SIGNED);
    }

    @Test
    void whatACounselorSignsWaitsForSomebodyElseWhoPractisesIndependently() {
        var plan = signedBy(COUNSELOR);
        plan.answered(PatientAnswer.DECLINED, "sealed", MONDAY);

        refused(PlanRule.PLAN_IS_APPROVED_BY_ANOTHER, () -> plan.sign(COUNSELOR, MONDAY));
        refused(
                PlanRule.PLAN_IS_APPROVED_BY_ANOTHER,
                () -> plan.sign(new Signer(new StaffId(UUID.randomUUID()), "RN", false), MONDAY));
        assertThat(plan.isAgreed()).isFalse();
        plan.sign(SOCIAL_WORKER, MONDAY);

        assertThat(plan.isAgreed()).isTrue();
        refused(PlanRule.CLINICIAN_SIGNS_ONCE, () -> plan.sign(SOCIAL_WORKER, MONDAY));
    }

    @Test
    void thePatientIsAskedAfterAClinicianAndOnce() {
        refused(PlanRule.CLINICIAN_SIGNS_FIRST, () -> aDraft().answered(PatientAnswer.SIGNED, null, MONDAY));

        var plan = signedBy(SOCIAL_WORKER);
        plan.answered(PatientAnswer.SIGNED, null, MONDAY);
        refused(PlanRule.PATIENT_IS_ASKED_ONCE, () -> plan.answered(PatientAnswer.DECLINED, "sealed", MONDAY));
    }

    @Test
    void whoeverSignedADraftThatIsWrittenAnewSignsAgain() {
        var plan = signedBy(SOCIAL_WORKER);
        plan.answered(PatientAnswer.SIGNED, null, MONDAY);

        plan.write("sealed anew", DORA, MONDAY);

        assertThat(plan.isAgreed()).isFalse();
        assertThat(plan.isShownToThePatient()).isFalse();
        refused(PlanRule.CLINICIAN_SIGNS_FIRST, () -> plan.answered(PatientAnswer.SIGNED, null, MONDAY));
    }

    @Test
    void whatHoldsIsNotChanged() {
        var plan = signedBy(SOCIAL_WORKER);
        plan.answered(PatientAnswer.SIGNED, null, MONDAY);
        plan.holds(IN_A_MONTH, MONDAY);

        refused(PlanRule.PLAN_IS_LOCKED, () -> plan.write("other", DORA, MONDAY));
        refused(PlanRule.PLAN_IS_LOCKED, () -> plan.sign(SOCIAL_WORKER, MONDAY));

        assertThat(plan.content()).isEqualTo("sealed");
    }

    private static void refused(PlanRule rule, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.rule()).isEqualTo(rule));
    }
}
