package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** People whom a partner's own system sends, and what it is told of them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PartnerReferralTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private House harbor = new House(riverside, "");

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        harbor = House.agreed(riverside, "HOSPITAL");
    }

    @Test
    void whoeverASystemSendsIsCalledBackAsEverybodyIsWhoAsks() {
        var leaves = today().plusDays(3).toString();
        var sent = harbor.sends(
                        "R-17",
                        Map.of(
                                "reason",
                                "STEP_DOWN",
                                "stepDown",
                                Map.of("level", "3.7", "leavesOn", leaves, "facility", "Detox unit, ward 4")))
                .statusCode(201)
                .header("Location", containsString("/partner/referrals/"))
                .header("ETag", nullValue())
                .body("reference", equalTo("R-17"))
                .body("stage", equalTo("RECEIVED"))
                .body("leavesFacility", equalTo("Detox unit, ward 4"))
                .body("", not(hasKey("patient")))
                .body("", not(hasKey("inquiry")))
                .extract();

        String inquiry = asIvySees(sent.path("id"))
                .body("partner", equalTo(harbor.partner()))
                .body("leavesOn", equalTo(leaves))
                .body("leavesFacility", equalTo("Detox unit, ward 4"))
                .extract()
                .path("inquiry");
        riverside
                .ivy()
                .asks()
                .get(API + "inquiries/" + inquiry)
                .then()
                .body("channel", equalTo("REFERRAL"))
                .body("source", equalTo("HOSPITAL"))
                .body("caller.name", equalTo("Maya Lindqvist"));
        riverside
                .ivy()
                .asks()
                .queryParam("kind", "call-back")
                .queryParam("limit", 200)
                .get(API + "tasks")
                .then()
                .body("items.subject", hasItem(inquiry));
    }

    @Test
    void oneReferenceIsOneReferralHoweverOftenItIsSent() throws Exception {
        var reference = "R-" + UUID.randomUUID();
        var ids = new ArrayList<String>();
        var statuses = new ArrayList<Integer>();
        Callable<ValidatableResponse> send = () -> harbor.sends(reference, Map.of());
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (Future<ValidatableResponse> one : threads.invokeAll(Collections.nCopies(5, send))) {
                ids.add(one.get().extract().path("id"));
                statuses.add(one.get().extract().statusCode());
            }
        }

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        harbor.sends(reference, Map.of("reason", "OTHER"))
                .statusCode(409)
                .body("type", endsWith("/partner-refers-once"))
                .body("errors[0].pointer", equalTo("/reference"));
        var northside = House.agreed(riverside, "PROVIDER");
        String another =
                northside.sends(reference, Map.of()).statusCode(201).extract().path("id");
        assertThat(another).isNotIn(ids);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstWas() {
        var key = UUID.randomUUID().toString();
        var first = keyed(key, "FIRST_TREATMENT").statusCode(201).extract();

        keyed(key, "FIRST_TREATMENT").statusCode(201).body("id", equalTo(first.<String>path("id")));
        keyed(key, "OTHER").statusCode(422).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void withoutConsentASystemLearnsThatItWasReceivedAndNoMore() {
        var referral = harbor.sends();
        var patient = registered(referral);
        harbor.reads(referral)
                .statusCode(200)
                .body("stage", equalTo("RECEIVED"))
                .body("terms", nullValue());
        assertThat(asIvySees(referral).extract().<String>path("reported")).isNull();

        var consent = harbor.consented(patient, "PRESENCE");
        await().untilAsserted(() -> harbor.reads(referral)
                .statusCode(200)
                .body("stage", equalTo("REGISTERED"))
                .body("terms.consent", equalTo(consent))
                .body("terms.purpose", equalTo("TREATMENT"))
                .body("terms.scope", containsString(", for treatment; it opens "))
                .body("terms.notice", notNullValue()));
        assertThat(asIvySees(referral).extract().<String>path("reported")).isEqualTo("REGISTERED");
        await().untilAsserted(() -> ledger(patient)
                .body("items.recipient", hasItem(harbor.partner()))
                .body("items.channel", hasItem("API"))
                .body("items.permitted", not(hasItem(false))));

        // How it went on is more than that somebody came.
        riverside.screened(patient);
        riverside.waiting(patient, riverside.program());
        harbor.reads(referral).body("stage", equalTo("RECEIVED"));

        riverside
                .ivy()
                .asks()
                .body(Map.of("how", "SPOKEN"))
                .post(API + "consents/" + consent + "/revocation")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> harbor.reads(referral).body("stage", equalTo("RECEIVED")));
    }

    @Test
    void anotherPartnersReferralIsLikeOneThatNobodySent() {
        var northside = House.agreed(riverside, "PROVIDER");
        var referral = northside.sends();

        harbor.reads(referral).statusCode(404);
        harbor.reads(UUID.randomUUID().toString()).statusCode(404);
        lines(harbor).body("items.id", not(hasItem(referral)));
        lines(northside).body("items.id", hasItem(referral));
    }

    @Test
    void aSystemReadsWhomItSentPageByPage() {
        var first = harbor.sends();
        var second = harbor.sends();

        String after = harbor.system()
                .asks()
                .queryParam("limit", 1)
                .get(API + "partner/referrals")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first)))
                .body("items[0]", not(hasKey("stage")))
                .extract()
                .path("after");
        harbor.system()
                .asks()
                .queryParam("limit", 1)
                .queryParam("after", after)
                .get(API + "partner/referrals")
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("after", nullValue());
    }

    @Test
    void whatIsMissingOrImpossibleIsPointedAt() {
        var day = today().toString();
        refused("/stepDown/facility", "reason", "STEP_DOWN", "stepDown", Map.of("level", "3.7", "leavesOn", day));
        refused("/stepDown", "reason", "STEP_DOWN");
        refused(
                "/stepDown/leavesOn",
                "reason",
                "STEP_DOWN",
                "stepDown",
                Map.of("level", "3.7", "leavesOn", today().plusYears(1).toString(), "facility", "Ward 4"));
        refused("/reference", "reference", "Maya Lindqvist, 1991");
        refused("/whom/phone", "whom", Map.of("name", "Maya", "phone", "call me", "mayLeaveMessage", false));
    }

    @Test
    void aSystemThatSendsTooOftenWaitsAndOthersDoNot() {
        var tooMuch = sentAtOnce(harbor.system(), 200).stream()
                .filter(answer -> answer.statusCode() == 429)
                .toList();

        assertThat(tooMuch)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.headers().map()).containsKeys("Retry-After", "RateLimit"));
        House.agreed(riverside, "PROVIDER").sends("R-1", Map.of()).statusCode(201);
    }

    /** All of them before the first is answered, so that no machine is too slow to reach the limit. */
    private static List<HttpResponse<Void>> sentAtOnce(Person system, int n) {
        var empty = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + API + "partner/referrals"))
                .header("Authorization", "Bearer " + system.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return IntStream.range(0, n)
                    .mapToObj(_ -> client.sendAsync(empty, HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private void refused(String pointer, Object... said) {
        var form = new HashMap<String, Object>();
        for (int i = 0; i < said.length; i += 2) {
            form.put(said[i].toString(), said[i + 1]);
        }
        harbor.sends("R-" + UUID.randomUUID(), form).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private ValidatableResponse keyed(String key, String reason) {
        return harbor.system()
                .asks()
                .header("Idempotency-Key", key)
                .body(Map.of("reference", "R-18", "reason", reason, "whom", Map.of("mayLeaveMessage", false)))
                .post(API + "partner/referrals")
                .then();
    }

    private ValidatableResponse asIvySees(String referral) {
        return riverside.ivy().asks().get(API + "referrals/" + referral).then().statusCode(200);
    }

    private PatientId registered(String referral) {
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", asIvySees(referral).extract().path("inquiry"));
        return PatientId.fromString(riverside
                .ivy()
                .asks()
                .body(maya)
                .post(API + "patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse ledger(PatientId patient) {
        return Person.at("patient")
                .who(patient)
                .asks()
                .get(API + "patients/" + patient + "/disclosures")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse lines(House house) {
        return house.system().asks().get(API + "partner/referrals").then().statusCode(200);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC);
    }
}
