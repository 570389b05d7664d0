package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.plan.PlanCalls.answers;
import static org.stepwell.therapy.plan.PlanCalls.patient;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.OpenObjective;

/** An objective stays the same through drafts and versions, so that notes can name it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ObjectiveIdsTest {

    private static final String IDS = "content.problems[0].goals[0].objectives.id";

    @Inject
    ObjectivesSaid said;

    @Inject
    SessionFactory hibernate;

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void eachObjectiveGetsAnIdAndKeepsTheOneThatIsSentBack() {
        var first = drafted(ada, "", objective(null, "NEW"), objective(null, "NEW"));
        assertThat(first).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();

        var second = drafted(ada, "*", objective(first.get(1), "NEW"), objective(null, "NEW"));

        assertThat(second.getFirst()).isEqualTo(first.get(1));
        assertThat(second.get(1)).isNotIn(first);
    }

    @Test
    void theNextVersionHasTheSameObjectivesAndTheirStandingFollowsIt() {
        var id = drafted(ada, "", objective(null, "NEW")).getFirst();
        signed(ada);
        standing().body("find { it.objective == '%s' }.open".formatted(id), equalTo(true));

        var next = drafted(ada, "", objective(id, "MET"), objective(null, "NEW"));
        signed(ada);

        assertThat(next.getFirst()).isEqualTo(id);
        var mine = "find { it.objective == '%s' }.".formatted(id);
        standing()
                .body(mine + "status", equalTo("MET"))
                .body(mine + "open", equalTo(false))
                .body(mine + "version", equalTo(2));
        standing().body("find { it.objective == '%s' }.open".formatted(next.get(1)), equalTo(true));
    }

    @Test
    void anObjectiveIsOneOfTheEpisodesPlansAndStandsInItOnce() {
        var ben = aPatientOf(dora);
        var his = drafted(ben, "", objective(null, "NEW")).getFirst();
        signed(ben);
        var hers = drafted(ada, "", objective(null, "NEW")).getFirst();
        var interim = clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/plans/interim")
                .<String>path("objectives[0].objective");

        for (var wrong : List.of(his, interim, UUID.randomUUID().toString())) {
            refused(writes(clinician(dora), ada, plan(objective(hers, "NEW"), objective(wrong, "NEW")), "*"))
                    .body("errors.pointer", contains("/problems/0/goals/0/objectives/1/id"));
        }
        refused(writes(clinician(dora), ada, plan(objective(hers, "NEW"), objective(hers, "NEW")), "*"))
                .body("errors.pointer", contains("/problems/0/goals/0/objectives/1/id"));
        writes(clinician(dora), ada, plan(objective("no id", "NEW")), "*")
                .statusCode(400)
                .body("errors.pointer", contains("/problems/0/goals/0/objectives/0/id"));
        writes(clinician(dora), ada, plan(objective(hers, "NEW")), "*").statusCode(200);
    }

    /** A plan is opened for its words; those of last year stay closed. */
    @Test
    void onlyTheVersionsThatAreAskedForAreRead() {
        var id = drafted(ada, "", objective(null, "NEW")).getFirst();
        signed(ada);
        drafted(ada, "", objective(id, "IN_PROGRESS"));
        signed(ada);
        var open = new OpenObjective(new ObjectiveId(UUID.fromString(id)), ada.episode(), 2, null);
        var statistics = hibernate.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        var words = inClinic(() -> said.of(List.of(open)));

        assertThat(words).containsOnlyKeys(open.objective());
        assertThat(statistics.getEntityStatistics(Plan.class.getName()).getLoadCount())
                .isEqualTo(1);
        statistics.setStatisticsEnabled(false);
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(400).body("type", endsWith("/problems/objective-is-of-the-episode"));
    }

    private ValidatableResponse standing() {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/objectives")
                .then()
                .statusCode(200);
    }

    /** The ids of the objectives of a draft. */
    private List<String> drafted(InCare whom, String revision, Map<?, ?>... objectives) {
        return writes(clinician(dora), whom, plan(objectives), revision)
                .statusCode(200)
                .extract()
                .path(IDS);
    }

    private void signed(InCare whom) {
        signsOnceKnown(dora, whom);
        answers(patient(whom), whom, Map.of("answer", "SIGNED")).statusCode(200);
    }

    private Map<String, Object> plan(Map<?, ?>... objectives) {
        var intervention = Map.of(
                "modality",
                "GROUP_THERAPY",
                "minutes",
                180,
                "timesAWeek",
                3,
                "weeks",
                12,
                "responsible",
                dora.toString());
        var goal = Map.of(
                "inThePatientsWords",
                "I want to be there for my kids.",
                "serves",
                List.of("MAINTAINING_ABSTINENCE"),
                "objectives",
                Arrays.asList(objectives),
                "interventions",
                List.of(intervention));
        return Map.of("problems", List.of(Map.of("problem", "Drinks alone.", "goals", List.of(goal))));
    }

    private static Map<String, Object> objective(@Nullable String id, String status) {
        var objective = new HashMap<String, Object>(Map.of(
                "measure",
                "dry evenings a week",
                "baseline",
                "two",
                "target",
                "seven",
                "targetDate",
                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                "status",
                status));
        if (id != null) {
            objective.put("id", id);
            objective.put("review", "Five of seven since February.");
        }
        return objective;
    }
}
