package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.seatsOf;
import static org.stepwell.scheduling.fidelity.UnderTwoRuleSets.NINE_HOURS;
import static org.stepwell.scheduling.fidelity.UnderTwoRuleSets.approved;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whose week lacks something for the payer alone, and what makes up for it under both rule sets. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PayerBoardTest {

    private UnderTwoRuleSets riverside =
            new UnderTwoRuleSets(LocalDate.EPOCH, new StaffId(new UUID(0, 0)), new ProgramId(new UUID(0, 0)));

    @BeforeEach
    void nineHours() {
        riverside = UnderTwoRuleSets.start();
    }

    @Test
    void whatIsEnoughForTheProgramIsLackingForThePayerAloneAndTheBoardSaysSo() {
        var ada = riverside.withShortDays();
        approved(ada, 1, 30, riverside.monday());

        await().untilAsserted(() -> riverside
                .week(ada)
                .body("ruleSets.forecast", contains("ON_COURSE", "CANNOT_BE_MET"))
                .body("ruleSets[1].missing", contains("DAYS"))
                .body("ruleSets[1].sentence", containsString("fewer than 3 days")));
        riverside
                .board()
                .body("people.ON_COURSE", equalTo(1))
                .body("people.CANNOT_BE_MET", equalTo(null))
                .body("atRiskForPayerOnly", equalTo(1))
                .body("atRisk.patient", contains(ada.patient().toString()))
                .body("atRisk[0].ruleSets.rulesOf", contains("PAYER"))
                .body("atRisk[0].ruleSets.ruleSet", contains("hcpcs-h0015"))
                .body("atRisk[0].ruleSets[0].sentence", containsString("fewer than 3 days"));
    }

    @Test
    void daysThatAreTooShortForThePayerUseNothingOfWhatWasApproved() {
        var ada = riverside.withShortDays();
        aGroup(
                riverside.program(),
                12,
                aClinician(),
                riverside.monday(),
                hours("09:00", "10:12", TUESDAY, WEDNESDAY, THURSDAY));
        approved(ada, 1, 3, riverside.monday());

        await().untilAsserted(() -> riverside.week(ada).body("ruleSets.forecast", contains("ON_COURSE", "AT_RISK")));
        riverside
                .proposals(ada)
                .body(
                        "[0].sessions.session.day",
                        contains(
                                riverside.day(1).toString(),
                                riverside.day(2).toString(),
                                riverside.day(3).toString()))
                .body("[0].enoughFor", contains("PROGRAM", "PAYER"));

        approved(ada, 2, 2, riverside.monday());
        await().untilAsserted(
                        () -> riverside.week(ada).body("ruleSets.forecast", contains("ON_COURSE", "CANNOT_BE_MET")));
        riverside.proposals(ada).body("$", empty());
    }

    @Test
    void whatIsProposedIsEnoughForBothWhereAnythingIs() {
        var ada = riverside.withEvenings();
        aGroup(riverside.program(), 12, aClinician(), riverside.monday(), hours("09:00", "12:00", WEDNESDAY));
        var thursdays = aGroup(riverside.program(), 2, aClinician(), riverside.monday(), from18To21On(THURSDAY));
        approved(ada, 1, 30, riverside.monday());
        moveTo(at(riverside.monday(), "21:05"));
        closed(seatsOf(ada.patient(), riverside.monday()).getFirst(), riverside.dora(), ada.patient(), "NO_SHOW");

        await().untilAsserted(() -> riverside.week(ada).body("ruleSets.forecast", contains("AT_RISK", "AT_RISK")));
        riverside
                .proposals(ada)
                .body(
                        "sessions.session.day.flatten()",
                        contains(riverside.day(3).toString()))
                .body("[0].enoughFor", contains("PROGRAM", "PAYER"));

        fill(thursdays);
        riverside.week(ada).body("ruleSets.forecast", contains("AT_RISK", "CANNOT_BE_MET"));
        riverside
                .proposals(ada)
                .body(
                        "sessions.session.day.flatten()",
                        contains(riverside.day(2).toString()))
                .body("[0].enoughFor", contains("PROGRAM"));
        riverside
                .board()
                .body("atRiskForPayerOnly", equalTo(0))
                .body("atRisk[0].ruleSets.forecast", contains("AT_RISK", "CANNOT_BE_MET"));
    }

    @Test
    void theBoardOfManyUnderTwoRuleSetsAsksNoMoreOftenThanThatOfOne() {
        approved(riverside.withShortDays(), 1, 30, riverside.monday());
        await().untilAsserted(() -> riverside.board().body("atRiskForPayerOnly", equalTo(1)));
        int forOne = statements();
        for (int i = 0; i < 5; i++) {
            approved(admitted(riverside.program(), EVENING, riverside.monday(), 540), 1, 30, riverside.monday());
        }
        await().untilAsserted(() -> riverside.board().body("atRiskForPayerOnly", equalTo(6)));

        assertThat(statements()).isEqualTo(forOne);
    }

    private int statements() {
        return Statements.ofReading(riverside::board);
    }

    private void fill(String group) {
        for (int i = 0; i < 2; i++) {
            var other = admitted(aProgram(NINE_HOURS), EVENING, riverside.monday(), 540);
            INTAKE.asks()
                    .body(Map.of(
                            "patient",
                            other.patient(),
                            "episode",
                            other.episode(),
                            "from",
                            riverside.day(0).toString()))
                    .post(API + "groups/" + group + "/members")
                    .then()
                    .statusCode(201);
        }
    }
}
