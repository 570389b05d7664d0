package org.stepwell.aftercare.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;

/** A support person is asked for somebody of whom nobody hears: while patient and consent want it, and each time with a permit. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SupportPersonAskedTest {

    private static final String API = "/api/aftercare/v1";
    private static final String TASK = "check-in-support-person";

    @Inject
    Sql sql;

    @Test
    void aRevokedConsentWithdrawsTheStepThatAsksThem() {
        var scene = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        consentsTo(scene, 1, rosa);
        nobodyHearsForThreeDays(scene);
        tasks(scene).body("items.kind", hasItem(TASK));
        step(scene, "OPEN", rosa);

        consentsTo(scene, 2);

        await().untilAsserted(() -> step(scene, "NO_CONSENT", rosa));
        tasks(scene).body("items.kind", not(hasItem(TASK)));
    }

    @Test
    void whileTheRegisterIsSilentTheStepWaitsAndOthersGoOn() {
        var scene = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        consentsTo(scene, 1, rosa);
        theRegisterIsSilent();
        nobodyHearsForThreeDays(scene);
        status(scene, "SUPPORT_PERSON", "PLANNED");
        tasks(scene).body("items.kind", not(hasItem(TASK)));
        Scene.itIs(today().plusDays(2).atTime(13, 0).atZone(Scene.NEW_YORK).toInstant());
        status(scene, "SUPPORT_PERSON", "PLANNED");
        status(scene, "VISIT_OR_LETTER", "OPEN");

        Reached.theRegisterIsHeard();
        Scene.itIs(Scene.now().plus(Duration.ofMinutes(5)));

        step(scene, "OPEN", rosa);
        tasks(scene).body("items.kind", hasItem(TASK));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  NO_CONSENT
            false, SUPERSEDED
            """)
    void whatWaitsForTheRegisterEndsWithARealNoOrWithTheNextCheckIn(boolean heard, String status) {
        var scene = somebodyDischargedToday();
        consentsTo(scene, 1, names(scene, "Rosa", "MISSED_CHECK_IN"));
        theRegisterIsSilent();
        nobodyHearsForThreeDays(scene);
        status(scene, "SUPPORT_PERSON", "PLANNED");
        if (heard) {
            consentsTo(scene, 2);
        }

        Scene.itIs(Scene.now().plus(Duration.ofDays(heard ? 0 : 4)).plus(Duration.ofMinutes(5)));

        status(scene, "SUPPORT_PERSON", status);
    }

    /** As if the last beat had been a minute ago. */
    private void theRegisterIsSilent() {
        AtOnce.inTheClinic(() -> {
            sql.update("update platform.consent_heartbeat set beat_at = beat_at - interval '1 minute'");
        });
    }

    private static void status(Scene scene, String step, String status) {
        outreach(scene)
                .then()
                .body("silences[-1].steps.find { it.kind == '%s' }.status".formatted(step), equalTo(status));
    }

    @Test
    void whoSupportsThemNoMoreMakesWayForTheNextWhoMayBeAsked() {
        var scene = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        var luz = names(scene, "Luz", "MISSED_CHECK_IN");
        consentsTo(scene, 1, rosa, luz);
        nobodyHearsForThreeDays(scene);
        step(scene, "OPEN", rosa);

        Reached.theRegisterIsHeard();
        scene.thePatient().asks().delete(API + "/support-people/" + rosa).then().statusCode(204);

        await().untilAsserted(() -> step(scene, "OPEN", luz));
        tasks(scene).body("items.kind", hasItem(TASK));
        Reached.theRegisterIsHeard();
        scene.thePatient()
                .asks()
                .header("If-Match", "*")
                .body(form("Luz", "NEXT_STEPS"))
                .put(API + "/support-people/" + luz)
                .then()
                .statusCode(200);
        await().untilAsserted(() -> step(scene, "NO_CONSENT", luz));
        tasks(scene).body("items.kind", not(hasItem(TASK)));
    }

    @Test
    void thePermitStandsInTheLedgerAndTheAttemptFollowsIt() {
        var scene = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        consentsTo(scene, 1, rosa);
        nobodyHearsForThreeDays(scene);
        refused(attempt(scene, null), 409, "support-person-by-a-permit");
        Reached.theRegisterIsHeard();

        permit(scene, rosa)
                .then()
                .statusCode(200)
                .body("phone", equalTo("+1 555 0177"))
                .body("permit.notice", containsString("42 CFR part 2"));
        attempt(scene, null).then().statusCode(201).body("supportPerson", equalTo(rosa.toString()));

        step(scene, "DONE", rosa);
        await().untilAsserted(() -> assertThat(ledger(scene))
                .singleElement()
                .asString()
                .contains(
                        rosa.toString(),
                        "\"channel\":\"PHONE\"",
                        "\"permitted\":true",
                        "\"categories\":[\"PRESENCE\",\"AFTERCARE\"]"));
        Scene.itIs(Scene.now().plus(Duration.ofHours(25)));
        refused(attempt(scene, rosa), 409, "support-person-by-a-permit");
    }

    @Test
    void whatWasPermittedIsRecordedAlsoWhereTheConsentIsRevokedMeanwhile() {
        var scene = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        consentsTo(scene, 1, rosa);
        permit(scene, rosa).then().statusCode(200);

        consentsTo(scene, 2);

        attempt(scene, rosa).then().statusCode(201);
        refused(permit(scene, rosa), 403, "no-consent-in-force");
    }

    @Test
    void withoutAConsentAndAgainstThePatientsWishNobodyIsAsked() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();
        var rosa = names(scene, "Rosa", "MISSED_CHECK_IN");
        var luz = names(scene, "Luz", "NEXT_STEPS");
        var bo = names(other, "Bo", "MISSED_CHECK_IN");
        consentsTo(scene, 1, luz);

        refused(permit(scene, rosa), 403, "no-consent-in-force");
        refused(permit(scene, luz), 409, "wanted-by-the-patient");
        refused(permit(scene, bo), 403, "not-allowed");
        refused(attempt(scene, rosa), 409, "support-person-by-a-permit");
        refused(attempt(scene, bo), 400, "support-person-is-named");
        refused(attempt(scene, null), 400, "support-person-is-named")
                .body("errors[0].pointer", equalTo("/supportPerson"));
        refused(
                scene.theClinician()
                        .asks()
                        .body(Map.of("way", "CALL", "outcome", "NO_ANSWER", "supportPerson", rosa))
                        .post(API + "/plans/" + scene.plan() + "/outreach/attempts"),
                400,
                "support-person-is-named");

        outreach(scene).then().body("attempts", empty());
        await().untilAsserted(() ->
                assertThat(ledger(scene)).singleElement().asString().contains(rosa.toString(), "\"permitted\":false"));
    }

    private static Response permit(Scene scene, UUID person) {
        return scene.theClinician()
                .asks()
                .body(Map.of("topic", "MISSED_CHECK_IN", "channel", "PHONE"))
                .post(API + "/support-people/" + person + "/permits");
    }

    private static void nobodyHearsForThreeDays(Scene scene) {
        Scene.itIs(today().plusDays(10).atTime(13, 0).atZone(Scene.NEW_YORK).toInstant());
        outreach(scene).then().body("silences", hasSize(1));
    }

    private static void step(Scene scene, String status, UUID person) {
        var path = "silences[0].steps.find { it.kind == 'SUPPORT_PERSON' }";
        outreach(scene)
                .then()
                .body(path + ".status", equalTo(status))
                .body(path + ".person", equalTo(person.toString()));
    }

    private static Response outreach(Scene scene) {
        return SUPERVISOR.asks().get(API + "/plans/" + scene.plan() + "/outreach");
    }

    private static ValidatableResponse tasks(Scene scene) {
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?status=OPEN&patient=" + scene.patient)
                .then()
                .statusCode(200);
    }

    private static Response attempt(Scene scene, @Nullable UUID person) {
        var asked = Map.of("way", "SUPPORT_PERSON", "outcome", "REACHED");
        return scene.theClinician()
                .asks()
                .body(
                        person == null
                                ? asked
                                : Map.of("way", "SUPPORT_PERSON", "outcome", "REACHED", "supportPerson", person))
                .post(API + "/plans/" + scene.plan() + "/outreach/attempts");
    }

    private static UUID names(Scene scene, String name, String topic) {
        return UUID.fromString(scene.thePatient()
                .asks()
                .body(form(name, topic))
                .post(API + "/patients/" + scene.patient + "/support-people")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Map<String, Object> form(String name, String topic) {
        return Map.of("name", name, "relation", "sister", "phone", "+1 555 0177", "topics", List.of(topic));
    }

    /** All that is open from now on, as enrollment says it. */
    private static void consentsTo(Scene scene, long version, UUID... people) {
        Reached.theRegisterIsHeard();
        var openings = Arrays.stream(people)
                .map(person -> new Opening(
                        new ConsentId(Uuid7.next()),
                        ConsentKind.NAMED_DISCLOSURE,
                        List.of(new Recipient(Recipient.Kind.SUPPORT_PERSON, person)),
                        List.of(DisclosurePurpose.SUPPORT),
                        List.of(DataCategory.PRESENCE, DataCategory.AFTERCARE),
                        Instant.EPOCH,
                        null))
                .toList();
        Scene.say(new ConsentsChanged(scene.patient, version, openings, Instant.now()));
        await("the consents")
                .until(() -> Broker.said("stepwell.privacy", "aftercare:" + scene.patient).stream()
                        .anyMatch(said ->
                                said.startsWith("consent-applied.v1 ") && said.contains("\"version\":" + version)));
    }

    private static List<String> ledger(Scene scene) {
        return Broker.said("stepwell.privacy", "aftercare:" + scene.patient).stream()
                .filter(line -> line.startsWith("disclosure-made.v1 "))
                .toList();
    }
}
