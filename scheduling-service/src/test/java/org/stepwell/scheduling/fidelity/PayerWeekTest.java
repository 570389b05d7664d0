package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.seatsOf;
import static org.stepwell.scheduling.fidelity.UnderTwoRuleSets.THREE_HOURS_THREE_DAYS;
import static org.stepwell.scheduling.fidelity.UnderTwoRuleSets.approved;
import static org.stepwell.scheduling.fidelity.UnderTwoRuleSets.told;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody's payer asks for three hours on three days, and their program for nine hours. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PayerWeekTest {

    private UnderTwoRuleSets riverside =
            new UnderTwoRuleSets(LocalDate.EPOCH, new StaffId(new UUID(0, 0)), new ProgramId(new UUID(0, 0)));

    @BeforeEach
    void nineHours() {
        riverside = UnderTwoRuleSets.start();
    }

    @Test
    void aWeekHasAVerdictUnderEachRuleSetAndEachIsTold() {
        var ada = riverside.withEvenings();
        riverside.week(ada).body("ruleSets.rulesOf", contains("PROGRAM"));

        approved(ada, 1, 30, riverside.monday());

        await().untilAsserted(() -> riverside
                .week(ada)
                .body("ruleSets.rulesOf", contains("PROGRAM", "PAYER"))
                .body("ruleSets.ruleSet", contains("medicare-iop", "hcpcs-h0015"))
                .body("ruleSets.verdict", contains("ON_TRACK", "ON_TRACK")));
        await().untilAsserted(() -> assertThat(told(ada)).contains("PROGRAM ON_TRACK false", "PAYER ON_TRACK false"));
        for (int i = 0; i < 3; i++) {
            moveTo(at(riverside.day(2 * i), "21:05"));
            closed(seatsOf(ada.patient(), riverside.monday()).get(i), riverside.dora(), ada.patient(), "PRESENT");
        }
        riverside.week(ada).body("ruleSets.forecast", contains("MET", "MET"));
        moveTo(at(riverside.day(8), "00:01"));
        await().untilAsserted(() -> assertThat(told(ada)).contains("PROGRAM MET true", "PAYER MET true"));
    }

    @Test
    void aWeekOfWhichAPartIsApprovedIsHeldAgainstThatPartAndNobodyIsBlamedForTheRest() {
        var ada = riverside.withEvenings();

        approved(ada, 1, 30, riverside.day(2));

        await().untilAsserted(() -> riverside
                .week(ada)
                .body("ruleSets.verdict", contains("ON_TRACK", "NOT_APPLICABLE"))
                .body("ruleSets[1].because", equalTo("APPROVED_IN_PART"))
                .body("ruleSets[1].plannedMinutes", equalTo(360))
                .body("ruleSets[1].sentence", endsWith("the payer approved a part of this week only.")));
        riverside.board().body("atRisk", empty()).body("notApplicable", equalTo(0));
        riverside.week(ada, riverside.day(7)).body("ruleSets.verdict", contains("ON_TRACK", "ON_TRACK"));
    }

    @Test
    void whatIsApprovedLateIsMeasuredLateAndWhatIsTakenBackIsTaken() {
        var ada = riverside.withEvenings();
        moveTo(at(riverside.day(8), "00:01"));
        await().untilAsserted(() -> assertThat(told(ada)).last().isEqualTo("PROGRAM NOT_MET true"));

        approved(ada, 1, 30, riverside.monday());
        await().untilAsserted(() -> assertThat(told(ada)).contains("PAYER NOT_MET true"));

        approved(ada, 2, 30, riverside.day(14));
        await().untilAsserted(() -> assertThat(told(ada)).contains("PAYER NOT_APPLICABLE true"));
        assertThat(Broker.said("stepwell.scheduling", ada.patient()).getLast()).contains("NOT_APPROVED");
        riverside.week(ada).body("ruleSets.rulesOf", contains("PROGRAM"));
    }

    @Test
    void otherTermsOfTheSameApprovalHoldFromWhenTheyAreSaid() {
        var ada = riverside.withShortDays();
        approved(ada, 1, 30, riverside.monday());
        await().untilAsserted(() -> assertThat(told(ada)).contains("PAYER NOT_MET false"));

        approved(ada, 1, 30, riverside.monday(), THREE_HOURS_THREE_DAYS.withDaysOf(100));

        await().untilAsserted(() -> assertThat(told(ada)).last().isEqualTo("PAYER ON_TRACK false"));
        riverside.week(ada).body("ruleSets.verdict", contains("ON_TRACK", "ON_TRACK"));
    }
}
