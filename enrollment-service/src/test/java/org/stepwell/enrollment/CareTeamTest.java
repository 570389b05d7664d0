package org.stepwell.enrollment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.enrollment.Intake.API;
import static org.stepwell.enrollment.Intake.CARL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CareTeamTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final StaffId cora = new StaffId(UUID.randomUUID());

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aTeamIsNamedWholeByTheVersionLastRead() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        riverside.works(cora, true);
        var read = riverside.ivy().asks().get(API + "episodes/" + episode).then();
        read.body("careTeam.staff", contains(CARL.toString()));
        var tag = read.extract().header("ETag");

        name(episode, null, CARL, cora).statusCode(428);
        name(episode, tag, CARL, cora).statusCode(200).body("careTeam", hasSize(2));
        name(episode, tag, CARL).statusCode(412);

        Person.at("clinician")
                .who(cora)
                .asks()
                .get(API + "patients/" + patient)
                .then()
                .statusCode(200);
    }

    @Test
    void whoDoesNotWorkHereTreatsNobody() {
        var episode = riverside.admitted(riverside.patient());
        riverside.works(cora, true);
        riverside.works(cora, false);

        for (var nobody : List.of(cora, new StaffId(UUID.randomUUID()))) {
            name(episode, "*", CARL, nobody)
                    .statusCode(409)
                    .body("type", endsWith("/colleague-unknown"))
                    .body("errors.pointer", contains("/careTeam/1/staff"));
        }
        riverside
                .ivy()
                .asks()
                .get(API + "episodes/" + episode)
                .then()
                .body("careTeam.staff", contains(CARL.toString()));
    }

    @Test
    void aTeamNamesEachOnceAndOneOfThemFirst() {
        var episode = riverside.admitted(riverside.patient());
        riverside.works(cora, true);

        team(episode, List.of(member(CARL, "CLINICIAN")))
                .statusCode(400)
                .body("type", endsWith("/primary-clinician-required"))
                .body("errors.pointer", contains("/careTeam"));
        team(episode, List.of(member(CARL, "PRIMARY_CLINICIAN"), member(cora, "CLINICIAN"), member(CARL, "CLINICIAN")))
                .statusCode(400)
                .body("type", endsWith("/each-colleague-once"))
                .body("errors.pointer", contains("/careTeam/2/staff"));
    }

    private ValidatableResponse team(EpisodeId episode, List<Map<String, String>> members) {
        return riverside
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("careTeam", members))
                .put(API + "episodes/" + episode + "/care-team")
                .then();
    }

    @Test
    void nobodyIsAdmittedToAStranger() {
        var patient = riverside.patient();
        riverside.screened(patient);
        riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());

        riverside
                .ivy()
                .asks()
                .body(Map.of("start", "2026-03-02", "careTeam", List.of(member(cora, "PRIMARY_CLINICIAN"))))
                .post(API + "episodes/" + episode + "/admission")
                .then()
                .statusCode(409)
                .body("type", endsWith("/colleague-unknown"))
                .body("errors[0].pointer", equalTo("/careTeam/0/staff"));
    }

    @Test
    void theTeamChangesAfterDischargeUntilThePatientIsInAgain() {
        var patient = riverside.patient();
        var first = riverside.admitted(patient);
        riverside.works(cora, true);
        riverside
                .carl()
                .asks()
                .body(Map.of("lastDay", "2026-03-02", "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .post(API + "episodes/" + first + "/discharge")
                .then()
                .statusCode(200);

        name(first, "*", CARL, cora).statusCode(200);

        var second = riverside.waiting(patient, riverside.program());
        riverside.admit(second).statusCode(200);
        name(first, "*", CARL).statusCode(409).body("type", endsWith("/team-of-an-earlier-episode"));
    }

    @Test
    void somebodyWhoWaitsNoMoreIsNotAdmitted() {
        var patient = riverside.patient();
        riverside.screened(patient);
        riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());

        riverside
                .ivy()
                .asks()
                .body(Map.of("reason", "NO_SUCH_REASON"))
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(400);
        riverside
                .ivy()
                .asks()
                .body(Map.of("reason", "FOUND_CARE_ELSEWHERE"))
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawalReason", equalTo("FOUND_CARE_ELSEWHERE"));

        riverside.admit(episode).statusCode(409).body("type", endsWith("/episode-goes-forward"));
        name(episode, "*", CARL).statusCode(409);
    }

    private ValidatableResponse name(EpisodeId episode, @Nullable String tag, StaffId primary, StaffId... others) {
        var team = new java.util.ArrayList<Map<String, String>>();
        team.add(member(primary, "PRIMARY_CLINICIAN"));
        for (var other : others) {
            team.add(member(other, "CLINICIAN"));
        }
        var asks = riverside.ivy().asks().body(Map.of("careTeam", team));
        return (tag == null ? asks : asks.header("If-Match", tag))
                .put(API + "episodes/" + episode + "/care-team")
                .then();
    }

    private static Map<String, String> member(StaffId staff, String role) {
        return Map.of("staff", staff.toString(), "role", role);
    }
}
