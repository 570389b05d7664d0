package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The clinic's figures as a spreadsheet, for whoever asks for CSV. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class FiguresCsvTest {

    private Reports mill = new Reports(new Intake(Person.RIVERSIDE), "");

    @BeforeEach
    void oneCompletedAndOneDroppedOut() {
        mill = Reports.atNewClinic();
        var maya = mill.born("1991-04-12");
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200);
        mill.completed(maya, episode, "2026-05-30");
        var left = mill.admitted(mill.intake().patient(), "2026-03-02");
        mill.answersAtAdmission(left, Reports.DRINKS).statusCode(200);
        mill.droppedOut(left, "2026-03-20");
        mill.nobodyCouldAsk(left).statusCode(200);
    }

    @Test
    void whoWasInCareOnEachDay() {
        var lines = lines("census", "CLINIC");

        assertThat(lines.getFirst()).isEqualTo("day,program,track,people");
        assertThat(lines)
                .contains("2026-03-02," + mill.program() + ",evening,2", "2026-03-21," + mill.program() + ",evening,1")
                .noneMatch(line -> line.startsWith("2026-05-31"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            waiting    | program,track,people,mean,median,ninetiethPercentile | 2,0.0,0.0,0.0
            stays      | program,track,people,mean,median,ninetiethPercentile | 2,53.5,53.5,81.9
            completion | program,track,people,completed,percent               | 2,1,50.0
            """)
    void howLongPeopleWaitedAndStayedAndWhoCompleted(String which, String columns, String figures) {
        assertThat(lines(which, "CLINIC")).containsExactly(columns, mill.program() + ",evening," + figures);
    }

    @Test
    void whatHasChangedForThem() {
        var lines = lines("outcomes", "CLINIC");

        assertThat(lines.getFirst()).isEqualTo("outcome,table,people,imputed,admissionPercent,dischargePercent,change");
        assertThat(lines).contains("STABLY_HOUSED,T15,2,1,0.0,50.0,50.0");
    }

    @Test
    void whatIsKeptFromOthersIsAnEmptyCell() {
        assertThat(lines("stays", "OTHERS").getLast()).isEqualTo(mill.program() + ",evening,,,,");
        assertThat(lines("completion", "OTHERS").getLast()).isEqualTo(mill.program() + ",evening,,,");
    }

    @Test
    void whoAsksForNothingGetsJsonAndARefusalIsAProblem() {
        mill.figures("stays", "CLINIC").statusCode(200).contentType("application/json");
        mill.intake()
                .ada()
                .asks()
                .accept("text/csv")
                .get(API + "figures/stays?from=2026-06-30&to=2026-01-01")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("type", endsWith("/period-is-past"));
    }

    private List<String> lines(String which, String audience) {
        return csv(which, audience)
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private ValidatableResponse csv(String which, String audience) {
        return mill.intake()
                .ada()
                .asks()
                .accept("text/csv")
                .get(API + "figures/" + which + "?from=2026-01-01&to=2026-06-30&audience=" + audience)
                .then();
    }
}
