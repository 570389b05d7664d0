package org.stepwell.aftercare.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyInTreatment;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.DisclosureDenied;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who supports a patient, and what they may be told: what the patient chose, while a consent that names them is in force. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SupportResourceTest {

    private static final String API = "/api/aftercare/v1";
    private static final String ROSA = """
            {"name": "Rosa Delgado", "relation": "sister", "phone": "+1 555 0177", "texts": true,
             "topics": ["MISSED_CHECK_IN", "NEXT_STEPS"]}""";

    @Inject
    SupportPeople people;

    @Inject
    Sql sql;

    @Test
    void fromAdmissionOnThePatientNamesWhoSupportsThemAndStaffDoWithThem() {
        var scene = somebodyInTreatment();
        scene.isAdmittedTo(scene.episode);
        await().untilAsserted(() -> read(scene.thePatient(), scene).then().statusCode(200));

        String rosa = names(scene.thePatient(), scene, ROSA)
                .then()
                .statusCode(201)
                .body("writtenBy", nullValue())
                .extract()
                .path("id");
        names(scene.theClinician(), scene, ROSA.replace("Rosa", "Luz"))
                .then()
                .statusCode(201)
                .body("writtenBy", equalTo(scene.clinician.toString()));
        scene.thePatient()
                .asks()
                .header("If-Match", "\"0\"")
                .body(ROSA.replace("sister", "older sister"))
                .put(API + "/support-people/" + rosa)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        refused(
                scene.theClinician()
                        .asks()
                        .header("If-Match", "\"0\"")
                        .body(ROSA)
                        .put(API + "/support-people/" + rosa),
                412,
                "stale-version");

        read(scene.theClinician(), scene)
                .then()
                .body("people.name", contains("Rosa Delgado", "Luz Delgado"))
                .body("people[0].relation", equalTo("older sister"));
        scene.thePatient().asks().delete(API + "/support-people/" + rosa).then().statusCode(204);
        read(scene.thePatient(), scene).then().body("people.name", contains("Luz Delgado"));
        scene.thePatient().asks().delete(API + "/support-people/" + rosa).then().statusCode(204);
        refused(
                scene.thePatient().asks().header("If-Match", "*").body(ROSA).put(API + "/support-people/" + rosa),
                409,
                "who-was-forgotten-is-named-anew");
    }

    @Test
    void nothingOfThemStandsInTheDatabaseAsItWasSaid() {
        var scene = somebodyDischargedToday();
        names(scene.thePatient(), scene, ROSA).then().statusCode(201);

        var rows = atRiverside(() -> sql.list(
                "select to_jsonb(t)::text from support_person t where patient_id = ?",
                row -> row.getString(1),
                scene.patient.value()));

        assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContain("Rosa", "sister", "0177"));
    }

    @Test
    void whatThePatientChoseIsToldWhileAConsentThatNamesThemIsInForceAndNoLonger() {
        var scene = somebodyDischargedToday();
        var rosa = new SupportPersonId(UUID.fromString(
                names(scene.thePatient(), scene, ROSA).then().extract().path("id")));
        theRegisterIsHeard();
        assertThat(told(scene, SupportTopic.MISSED_CHECK_IN)).isEmpty();

        consentTo(scene.patient, 1, rosa, DataCategory.PRESENCE, DataCategory.AFTERCARE, DataCategory.MEDICATION);

        await().untilAsserted(() ->
                assertThat(told(scene, SupportTopic.MISSED_CHECK_IN)).containsExactly(rosa));
        assertThat(told(scene, SupportTopic.MEDICATION)).isEmpty();
        assertThat(told(scene, SupportTopic.HOW_THEY_ARE)).isEmpty();
        read(scene.theClinician(), scene)
                .then()
                .body("people[0].topics.topic", contains("MISSED_CHECK_IN", "NEXT_STEPS"))
                .body("people[0].topics.now", contains("OPEN", "OPEN"));
        var contact = reached(rosa, SupportTopic.MISSED_CHECK_IN);
        assertThat(contact.name()).isEqualTo("Rosa Delgado");
        assertThat(contact.way().phone()).isEqualTo("+1 555 0177");
        assertThat(contact.permit().notice()).contains("42 CFR part 2");
        assertThatThrownBy(() -> reached(rosa, SupportTopic.MEDICATION)).isInstanceOf(Refusal.class);

        theRegisterIsHeard();
        Scene.say(new ConsentsChanged(scene.patient, 2, List.of(), Instant.now()));

        await().untilAsserted(() ->
                assertThat(told(scene, SupportTopic.MISSED_CHECK_IN)).isEmpty());
        assertThatThrownBy(() -> reached(rosa, SupportTopic.MISSED_CHECK_IN)).isInstanceOf(DisclosureDenied.class);
    }

    @Test
    void whereNobodyHearsFromThePatientSomebodyIsAskedWhomConsentAndPatientName() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);
        names(scene.thePatient(), scene, ROSA.replace("Rosa", "Luz").replace("MISSED_CHECK_IN", "ATTENDANCE"))
                .then()
                .statusCode(201);
        var rosa = new SupportPersonId(UUID.fromString(
                names(scene.thePatient(), scene, ROSA).then().extract().path("id")));
        consentTo(scene.patient, 1, rosa, DataCategory.PRESENCE, DataCategory.AFTERCARE);
        theRegisterIsHeard();
        await().untilAsserted(() ->
                assertThat(told(scene, SupportTopic.MISSED_CHECK_IN)).containsExactly(rosa));

        Scene.itIs(due.plusDays(3).atTime(13, 0).atZone(Scene.NEW_YORK).toInstant());

        SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/outreach")
                .then()
                .statusCode(200)
                .body("silences[0].steps.find { it.kind == 'SUPPORT_PERSON' }.person", equalTo(rosa.toString()));
    }

    @Test
    void aConsentThatNamesSomebodyElseOpensNothing() {
        var scene = somebodyDischargedToday();
        var rosa = new SupportPersonId(UUID.fromString(
                names(scene.thePatient(), scene, ROSA).then().extract().path("id")));
        var luz = new SupportPersonId(UUID.fromString(names(scene.thePatient(), scene, ROSA.replace("Rosa", "Luz"))
                .then()
                .extract()
                .path("id")));
        theRegisterIsHeard();

        consentTo(scene.patient, 1, luz, DataCategory.PRESENCE, DataCategory.AFTERCARE);

        await().untilAsserted(() -> assertThat(told(scene, SupportTopic.NEXT_STEPS))
                .containsExactly(luz)
                .doesNotContain(rosa));
    }

    @Test
    void aSponsorHasAFirstNameOrInitialsAndAHomeGroupADayThatCame() {
        var scene = somebodyDischargedToday();
        var path = API + "/patients/" + scene.patient + "/support";

        for (var name : List.of("Bill Wilson", "B2", "...")) {
            refused(tie(scene.thePatient(), path + "/sponsor", name, "2026-01-02"), 400, "sponsor-by-first-name");
        }
        refused(
                tie(
                        scene.thePatient(),
                        path + "/sponsor",
                        "B.",
                        today().plusDays(1).toString()),
                400,
                "since-a-day-that-came");
        tie(scene.thePatient(), path + "/sponsor", "B.W.", "2026-01-02").then().statusCode(200);
        tie(scene.theClinician(), path + "/home-group", "Tuesday Lantern group", "2026-01-06")
                .then()
                .statusCode(200)
                .body("writtenBy", equalTo(scene.clinician.toString()));
        tie(scene.thePatient(), path + "/sponsor", "Bea", "2026-02-02").then().statusCode(200);

        read(scene.theClinician(), scene)
                .then()
                .body("sponsor.name", equalTo("Bea"))
                .body("homeGroup.name", equalTo("Tuesday Lantern group"));
        scene.thePatient().asks().delete(path + "/sponsor").then().statusCode(204);
        scene.thePatient().asks().delete(path + "/home-group").then().statusCode(204);
        read(scene.thePatient(), scene).then().body("sponsor", nullValue()).body("homeGroup", nullValue());
    }

    @Test
    void whomAPatientHasInAFellowshipIsToldSealedAndWholeEachTime() {
        var scene = somebodyDischargedToday();
        var path = API + "/patients/" + scene.patient + "/support";

        tie(scene.thePatient(), path + "/sponsor", "Bea", "2026-01-02").then().statusCode(200);
        tie(scene.thePatient(), path + "/home-group", "Lantern group", "2026-01-06")
                .then()
                .statusCode(200);
        scene.thePatient().asks().delete(path + "/sponsor").then().statusCode(204);
        scene.thePatient().asks().delete(path + "/home-group").then().statusCode(204);

        await().untilAsserted(() -> assertThat(ties(scene)).hasSize(4));
        assertThat(ties(scene)).noneMatch(said -> said.contains("Bea") || said.contains("Lantern"));
        assertThat(ties(scene).get(1)).contains("\"sponsorSince\":\"2026-01-02\",\"homeGroupSince\":\"2026-01-06\"");
        assertThat(ties(scene).get(2))
                .contains("\"homeGroupSince\":\"2026-01-06\"")
                .doesNotContain("sponsorSince\":\"");
        assertThat(ties(scene).get(3)).doesNotContain("homeGroupSince\":\"", "names\":\"");
    }

    private static List<String> ties(Scene scene) {
        return Broker.said("stepwell.aftercare.state", "support/" + scene.patient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\", \"relation\": \"sister\", \"topics\": []}",
                "{\"name\": \"Rosa\", \"relation\": \"sister\"}",
                "{\"name\": \"Rosa\", \"relation\": \"sister\", \"phone\": \"call me\", \"topics\": []}",
                "{\"name\": \"Rosa\", \"relation\": \"sister\", \"email\": \"nowhere\", \"topics\": []}",
                "{\"name\": \"Rosa\", \"relation\": \"sister\", \"language\": \"english!\", \"topics\": []}",
                "{\"name\": \"Rosa\", \"relation\": \"sister\", \"topics\": [null]}"
            })
    void whatNobodyCanWorkWithIsRefused(String body) {
        var scene = somebodyDischargedToday();

        refused(names(scene.thePatient(), scene, body), 400, "invalid-request");
        read(scene.thePatient(), scene).then().body("people", empty());
    }

    @Test
    void whoeverMayBeToldSomethingIsReachedSomehowAndThereAreNotTooMany() {
        var scene = somebodyDischargedToday();
        refused(names(scene.thePatient(), scene, """
                        {"name": "Rosa", "relation": "sister", "topics": ["NEXT_STEPS"]}"""), 400, "whoever-is-told-is-reached");
        for (int i = 0; i < Supporters.MAX; i++) {
            names(scene.thePatient(), scene, ROSA).then().statusCode(201);
        }

        refused(names(scene.thePatient(), scene, ROSA), 409, "support-people-as-many-as-help");
        read(scene.thePatient(), scene).then().body("people", hasSize(Supporters.MAX));
    }

    @Test
    void othersNeitherReadNorWriteWhoSupportsAPatient() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();
        String rosa = names(scene.thePatient(), scene, ROSA).then().extract().path("id");

        refused(read(other.thePatient(), scene), 404, "not-found");
        refused(names(other.thePatient(), scene, ROSA), 404, "not-found");
        for (var person : List.of(other.theClinician(), Person.at("intake"))) {
            refused(read(person, scene), 403, "not-allowed");
            refused(names(person, scene, ROSA), 403, "not-allowed");
            refused(person.asks().delete(API + "/support-people/" + rosa), 403, "not-allowed");
        }
        refused(
                Person.of("supervisor", Person.HARBOR).asks().delete(API + "/support-people/" + rosa),
                404,
                "not-found");
        read(SUPERVISOR, scene).then().body("people", not(empty()));
    }

    private List<SupportPersonId> told(Scene scene, SupportTopic topic) {
        return atRiverside(() -> people.toldOf(scene.patient, topic));
    }

    private SupportPersonContact reached(SupportPersonId id, SupportTopic topic) {
        return atRiverside(() -> people.reach(id, topic, DisclosureMade.Channel.PHONE));
    }

    private static <T> T atRiverside(Supplier<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void theRegisterIsHeard() {
        Scene.say(new ConsentHeartbeat(Instant.now()));
    }

    private static void consentTo(PatientId patient, long version, SupportPersonId to, DataCategory... categories) {
        var kinds = new ArrayList<>(List.of(categories));
        Scene.say(new ConsentsChanged(
                patient,
                version,
                List.of(new Opening(
                        new ConsentId(Uuid7.next()),
                        ConsentKind.NAMED_DISCLOSURE,
                        List.of(new Recipient(Recipient.Kind.SUPPORT_PERSON, to.value())),
                        List.of(DisclosurePurpose.SUPPORT),
                        kinds,
                        Instant.EPOCH,
                        null)),
                Instant.now()));
    }

    private static Response names(Person who, Scene scene, String body) {
        return who.asks().body(body).post(API + "/patients/" + scene.patient + "/support-people");
    }

    private static Response read(Person who, Scene scene) {
        return who.asks().get(API + "/patients/" + scene.patient + "/support");
    }

    private static Response tie(Person who, String path, String name, String since) {
        return who.asks()
                .body("{\"name\": \"%s\", \"since\": \"%s\"}".formatted(name, since))
                .put(path);
    }
}
