package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** From the first question to the first talk, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class InquiryTest {

    private static final String API = "/api/enrollment/v1/";

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void anybodyAsksWhetherItIsRightForThemWithoutAToken() {
        check("NO", "SOME").statusCode(200).body("advice", equalTo("MAY_FIT")).body("callBack", equalTo(true));
        check("YES", "A_LITTLE")
                .statusCode(200)
                .body("advice", equalTo("GET_HELP_NOW"))
                .body("callBack", equalTo(false))
                .body("lines.call", contains("911", "988", "1-800-662-4357"));
        check("MAYBE", "SOME").statusCode(400).body("errors.pointer", contains("/inDanger"));
    }

    @Test
    void whoeverAsksToBeCalledReachesIntakeAndIsToldNothing() {
        var words = "Lena-" + UUID.randomUUID();

        callBack(Person.RIVERSIDE, words).statusCode(202).body("words", containsString("calls you"));

        var inquiry = riverside
                .ivy()
                .asks()
                .get(API + "inquiries?status=NEW&limit=200")
                .then()
                .extract()
                .<Map<String, Object>>path("items.find { it.caller?.name == '%s' }".formatted(words));
        assertThat(inquiry)
                .containsEntry("channel", "WEB")
                .containsEntry("source", "ONLINE")
                .containsEntry("tries", List.of());
        tasks().body("items.subject", hasItem(inquiry.get("id")));
        new Intake(Person.HARBOR)
                .ivy()
                .asks()
                .get(API + "inquiries?limit=200")
                .then()
                .body("items.caller.name", not(hasItem(words)));
    }

    /** Whoever's page counts from one would else be told that all is well, and be called by nobody. */
    @Test
    void twoStrangersWhoseKeysAreTheSameAreBothCalled() {
        var lena = "Lena-" + UUID.randomUUID();
        var nora = "Nora-" + UUID.randomUUID();
        for (var words : List.of(lena, nora)) {
            anybody()
                    .header("Idempotency-Key", "call-back-1")
                    .body(Map.of("name", words, "phone", "+1 555 0100", "mayLeaveMessage", false))
                    .post(API + "clinics/" + Person.RIVERSIDE + "/call-backs")
                    .then()
                    .statusCode(202);
        }

        riverside
                .ivy()
                .asks()
                .get(API + "inquiries?status=NEW&limit=200")
                .then()
                .body("items.caller.name", hasItems(lena, nora));
    }

    @Test
    void aCallBackOfNoClinicOrWithoutANumberIsRefused() {
        callBack(new ClinicId(UUID.randomUUID()), "Lena").statusCode(404);
        anybody()
                .body(Map.of("name", "Lena", "phone", "call me", "mayLeaveMessage", false))
                .post(API + "clinics/" + Person.RIVERSIDE + "/call-backs")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/phone"));
    }

    @Test
    void aPageThatIsFloodedFromManySidesTakesSixtyAndSaysWhereElseToCall() throws Exception {
        var clinic = new ClinicId(UUID.randomUUID());
        new Intake(clinic).setUp("Flooded");
        var flood = Collections.<Callable<Integer>>nCopies(
                66, () -> callBack(clinic, "Lena").extract().statusCode());
        try (var callers = Executors.newFixedThreadPool(12)) {
            assertThat(callers.invokeAll(flood).stream().map(Future::resultNow).filter(status -> status == 202))
                    .hasSize(60);
        }

        callBack(clinic, "Lena")
                .statusCode(429)
                .body("type", endsWith("/too-many-call-backs"))
                .body("detail", containsString("1-800-662-4357"));
    }

    @Test
    void aFirstCallIsAnsweredAndThenRegisteredOnce() {
        var call = call();
        contact(call, false).statusCode(200).body("status", equalTo("NEW")).body("tries.reached", contains(false));
        tasks().body("items.subject", hasItem(call));
        contact(call, true)
                .statusCode(200)
                .body("status", equalTo("CONTACTED"))
                .body("tries.reached", contains(false, true))
                .body("tries.by", everyItem(startsWith("intake:")))
                .body("tries.at", everyItem(notNullValue()))
                .body("minutesToFirstContact", equalTo(0));
        tasks().body("items.subject", not(hasItem(call)));
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", call);
        riverside.ivy().asks().body(maya).post(API + "patients").then().statusCode(201);

        read(call).body("status", equalTo("REGISTERED")).body("minutesToFirstContact", equalTo(0));
        maya.put("familyName", "Another-" + UUID.randomUUID());
        riverside.ivy().asks().body(maya).post(API + "patients").then().statusCode(409);
    }

    @Test
    void whoeverIsRegisteredAtOnceIsCalledBackByNobody() {
        var call = call();
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", call);

        riverside.ivy().asks().body(maya).post(API + "patients").then().statusCode(201);

        tasks().body("items.subject", not(hasItem(call)));
    }

    @Test
    void whoeverIsRegisteredAndDoesNotComeEndsThePipeline() {
        var call = call();
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", call);
        var patient = riverside.patient(maya);
        riverside.waiting(patient, riverside.program());

        close(call).statusCode(409).body("type", endsWith("/inquiry-led-to-an-episode"));

        var other = call();
        var otto = new HashMap<>(Intake.maya());
        otto.put("inquiry", other);
        riverside.patient(otto);
        close(other).statusCode(200).body("status", equalTo("CLOSED")).body("registeredAt", notNullValue());
        close(other).statusCode(409).body("type", endsWith("/inquiry-is-done"));
    }

    @Test
    void nothingCameOfACallThatIsClosed() {
        var call = call();

        close(call)
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("closedBecause", equalTo("NOT_REACHED"))
                .body("minutesToFirstContact", nullValue());

        contact(call, true).statusCode(409);
        tasks().body("items.subject", not(hasItem(call)));
    }

    @Test
    void whoCalledIsForgottenAYearLaterAndThatSomebodyDidIsNot() {
        var call = call();
        try {
            MovedClock.to(Instant.now().plus(Duration.ofDays(366)));

            read(call).body("channel", equalTo("PHONE")).body("caller", nullValue());
        } finally {
            MovedClock.to(Instant.now());
        }
    }

    @Test
    void thePipelineCountsWhatCameOfCallsByWhoBroughtThem() {
        var clinic = new ClinicId(UUID.randomUUID());
        var elsewhere = new Intake(clinic);
        elsewhere.setUp("Counted");
        callBack(clinic, "Lena").statusCode(202);
        callBack(clinic, "Otto").statusCode(202);
        var first = elsewhere.ivy().asks().get(API + "inquiries").path("items[0].id");
        elsewhere
                .ivy()
                .asks()
                .body(Map.of("reached", true))
                .post(API + "inquiries/" + first + "/contacts")
                .then()
                .statusCode(200);
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", first);
        elsewhere.admitted(elsewhere.patient(maya));
        var today = LocalDate.now(ZoneId.of("America/New_York"));

        pipeline(elsewhere, today, today)
                .statusCode(200)
                .body("source", contains("ONLINE"))
                .body("received", contains(2))
                .body("contacted", contains(1))
                .body("registered", contains(1))
                .body("started", contains(1))
                .body("daysToStartMedian", contains(greaterThanOrEqualTo(0)))
                .body("minutesToFirstContactMedian", contains(0));
        pipeline(elsewhere, today.minusDays(2), today.minusDays(1)).body("", hasSize(0));
        pipeline(elsewhere, today, today.minusDays(1)).statusCode(400).body("errors.pointer", contains("/to"));
    }

    private static ValidatableResponse pipeline(Intake clinic, LocalDate from, LocalDate to) {
        return clinic.ivy()
                .asks()
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get(API + "inquiries/pipeline")
                .then();
    }

    private static ValidatableResponse check(String danger, String weight) {
        return anybody()
                .body(Map.of(
                        "inDanger", danger,
                        "needsSomebodyAlways", "NO",
                        "leftInpatientCare", "NO",
                        "hasSupport", "YES",
                        "weight", weight))
                .post(API + "self-checks")
                .then();
    }

    private static ValidatableResponse callBack(ClinicId clinic, String name) {
        return anybody()
                .body(Map.of("name", name, "phone", "+1 555 0100", "mayLeaveMessage", false, "bestTime", "after 5 pm"))
                .post(API + "clinics/" + clinic + "/call-backs")
                .then();
    }

    private static io.restassured.specification.RequestSpecification anybody() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    @Test
    void aMessageLeftAtNightWaitsFromThenOn() {
        String call = noted(MovedClock.now().minus(Duration.ofMinutes(90)))
                .statusCode(201)
                .extract()
                .path("id");
        contact(call, true).statusCode(200).body("minutesToFirstContact", greaterThanOrEqualTo(90));

        for (var never : new Instant[] {
            MovedClock.now().plusSeconds(60), MovedClock.now().minus(Duration.ofDays(31))
        }) {
            noted(never)
                    .statusCode(400)
                    .body("type", endsWith("/called-lately"))
                    .body("errors.pointer", contains("/receivedAt"));
        }
    }

    private ValidatableResponse noted(Instant receivedAt) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "channel",
                        "PHONE",
                        "source",
                        "SELF",
                        "receivedAt",
                        receivedAt.toString(),
                        "caller",
                        Map.of("mayLeaveMessage", false)))
                .post(API + "inquiries")
                .then();
    }

    private String call() {
        return riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "channel", "PHONE",
                        "source", "FAMILY_OR_FRIEND",
                        "caller", Map.of("mayLeaveMessage", false, "said", "Asked for evening groups")))
                .post(API + "inquiries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse contact(String call, boolean reached) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("reached", reached))
                .post(API + "inquiries/" + call + "/contacts")
                .then();
    }

    private ValidatableResponse close(String call) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("because", "NOT_REACHED"))
                .post(API + "inquiries/" + call + "/closing")
                .then();
    }

    private ValidatableResponse read(String call) {
        return riverside.ivy().asks().get(API + "inquiries/" + call).then().statusCode(200);
    }

    /** What intake has to do now. */
    private ValidatableResponse tasks() {
        return riverside
                .ivy()
                .asks()
                .get(API + "tasks?kind=call-back&limit=200")
                .then()
                .statusCode(200);
    }
}
