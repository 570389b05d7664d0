package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who is let in where, by role and by how they stand to the record. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AccessTest {

    private static final String PROBES = "/api/probe/v1/probes";

    private final PatientId maya = new PatientId(UUID.randomUUID());

    private final StaffId carl = new StaffId(UUID.randomUUID());

    @Test
    void everyRoleIsAnsweredAsThePolicySays() {
        var id = made(maya);
        Broker.say(team(carl));
        Awaitility.await()
                .untilAsserted(() -> Person.at("clinician")
                        .who(carl)
                        .asks()
                        .get(PROBES + "/" + id)
                        .then()
                        .statusCode(200));

        for (var role : Role.values()) {
            var relations = Policy.CARE_TEAM_READS.relationsOf(role);
            var related = Person.at(role.claim())
                    .who(carl)
                    .who(maya)
                    .asks()
                    .get(PROBES + "/" + id)
                    .statusCode();
            var stranger = Person.at(role.claim())
                    .who(new StaffId(UUID.randomUUID()))
                    .who(new PatientId(UUID.randomUUID()))
                    .asks()
                    .get(PROBES + "/" + id)
                    .statusCode();

            assertThat(related).as("%s, related", role).isEqualTo(relations.isEmpty() ? 403 : 200);
            assertThat(stranger).as("%s, a stranger", role).isEqualTo(strangersAnswer(role, relations));
        }
    }

    private static int strangersAnswer(Role role, java.util.Set<Relation> relations) {
        if (relations.contains(Relation.CLINIC)) {
            return 200;
        }
        return relations.isEmpty() || role.staff() ? 403 : 404;
    }

    @Test
    void whoeverLeavesTheTeamReadsNoMore() {
        var id = made(maya);
        var reading = Person.at("clinician").who(carl);
        Broker.say(team(carl));
        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(200));

        Broker.say(team(new StaffId(UUID.randomUUID())));

        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(403));
    }

    @Test
    void whoseTeamIsParkedIsShownToNobodyOfItUntilItIsKnownAgain() {
        var id = made(maya);
        var reading = Person.at("clinician").who(carl);
        Broker.say(team(carl));
        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(200));

        Broker.garble(Person.RIVERSIDE, team(new StaffId(UUID.randomUUID())));

        Awaitility.await()
                .untilAsserted(() -> reading.asks()
                        .get(PROBES + "/" + id)
                        .then()
                        .statusCode(403)
                        .body(
                                "detail",
                                startsWith("The last change of this patient's care team has not arrived here")));
        Broker.say(team(carl));
        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(200));
    }

    @Test
    void whoseClosingIsParkedReadsNoMore() {
        var id = made(maya);
        var dana = new StaffId(UUID.randomUUID());
        var reading = Person.at("clinician").who(dana);
        var danas = opened(dana, Instant.now().plusSeconds(3_600));
        Broker.say(danas);
        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(200));

        Broker.garble(Person.RIVERSIDE, new BreakGlassClosed(maya, danas.breakGlass(), Instant.now()));

        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(403));
    }

    @Test
    void whoeverBrokeTheGlassReadsUntilItClosesAndNothingElse() {
        var id = made(maya);
        var others = made(new PatientId(UUID.randomUUID()));
        var dana = new StaffId(UUID.randomUUID());
        var reading = Person.at("clinician").who(dana);
        reading.asks().get(PROBES + "/" + id).then().statusCode(403);

        Broker.say(opened(carl, Instant.now()));
        var danas = opened(dana, Instant.now().plusSeconds(3_600));
        Broker.say(danas);

        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(200));
        reading.asks().get(PROBES + "/" + others).then().statusCode(403);
        Person.at("clinician").who(carl).asks().get(PROBES + "/" + id).then().statusCode(403);

        Broker.say(new BreakGlassClosed(maya, danas.breakGlass(), Instant.now()));
        Awaitility.await()
                .untilAsserted(
                        () -> reading.asks().get(PROBES + "/" + id).then().statusCode(403));
    }

    private BreakGlassOpened opened(StaffId by, Instant until) {
        return new BreakGlassOpened(maya, new BreakGlassId(UUID.randomUUID()), by, until.minusSeconds(3_600), until);
    }

    @Test
    void anOperationThatForgotToAskItsPolicyAnswersNothing() {
        var id = made(maya);

        Person.at("clinician")
                .who(carl)
                .asks()
                .get(PROBES + "/" + id + "/careless")
                .then()
                .statusCode(500)
                .body("type", endsWith("/our-mistake"));
    }

    @Test
    void whoeverHasSeveralClinicsChoosesOne() {
        var both = Person.at("intake").with("clinics", List.of(Person.RIVERSIDE.toString(), Person.HARBOR.toString()));

        both.asks().get(PROBES).then().statusCode(403).body("detail", endsWith("choose one with the header X-Clinic."));
        both.asks()
                .header("X-Clinic", Person.HARBOR.toString())
                .get(PROBES)
                .then()
                .statusCode(200);
        both.asks()
                .header("X-Clinic", UUID.randomUUID().toString())
                .get(PROBES)
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenWithoutAClinicOpensNothing() {
        Person.at("intake").with("clinics", List.of()).asks().get(PROBES).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"staff_id, nobody", "patient_id, 7", "clinics, riverside"})
    void aTokenWithAClaimThatIsNoIdOpensNothingAndSaysWhy(String claim, String value) {
        var sevenOrText = "7".equals(value) ? (Object) 7 : value;

        Person.at("intake")
                .with(claim, "clinics".equals(claim) ? List.of(7, value) : sevenOrText)
                .asks()
                .get(PROBES)
                .then()
                .statusCode(403)
                .body("detail", startsWith("The claim " + claim));
    }

    @Test
    void aTokenOfNobodyIsNone() {
        Person.at("intake").with("sub", "").asks().get(PROBES).then().statusCode(401);
    }

    @Test
    void whoeverHasThisVersionIsNotSentItAgain() {
        var one = PROBES + "/" + made(maya);
        var tag = Person.at("intake").asks().get(one).then().extract().header("ETag");

        for (var known : List.of(tag, "W/" + tag, "\"99\", " + tag, "*")) {
            Person.at("intake")
                    .asks()
                    .header("If-None-Match", known)
                    .get(one)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
        }
        Person.at("intake")
                .asks()
                .header("If-None-Match", "\"99\"")
                .get(one)
                .then()
                .statusCode(200);
    }

    @Test
    void everyPolicyIsASentence() {
        assertThat(Arrays.stream(Policy.values()).map(Policy::sentence))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }

    private CareTeamChanged team(StaffId staff) {
        return new CareTeamChanged(
                maya,
                new EpisodeId(UUID.randomUUID()),
                List.of(new CareTeamChanged.Member(staff, CareTeamChanged.Role.PRIMARY_CLINICIAN)),
                Instant.EPOCH);
    }

    private static String made(PatientId patient) {
        return Person.at("intake")
                .asks()
                .body(Map.of("name", UUID.randomUUID().toString(), "patient", patient.toString(), "size", 1))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
