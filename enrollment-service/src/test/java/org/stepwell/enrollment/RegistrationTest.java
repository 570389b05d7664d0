package org.stepwell.enrollment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who somebody is: entered once, found again, and reached without telling anybody else. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RegistrationTest {

    private static final String PATIENTS = API + "patients";

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Katherine, Lindqvist, SAME_NAME_AND_BIRTH_DATE
            KATHERINE, Lindqvíst, SAME_NAME_AND_BIRTH_DATE
            Lindqvist, Katherine, NAMES_SWAPPED
            Catherine, Lindkvist, SOUNDS_THE_SAME
            Katherine, Moore,     SAME_GIVEN_NAME_AND_BIRTH_DATE
            """)
    void whoeverLooksLikeAPatientIsRegisteredAfterSomebodyLooked(String givenName, String familyName, Likely because) {
        var katherine = named("Katherine", "Lindqvist");
        var known = registered(katherine).statusCode(201).extract().<String>path("id");
        var again = new HashMap<>(katherine);
        again.put("givenName", givenName);
        again.put("familyName", familyName);

        registered(again)
                .statusCode(409)
                .body("type", endsWith("/maybe-registered"))
                .body("errors[0].pointer", equalTo("/notTheSameAs"));
        matches(again).statusCode(200).body("find { it.id == '" + known + "' }.because", hasItem(because.name()));

        again.put("notTheSameAs", List.of(known));
        registered(again).statusCode(201);
    }

    /** As the API names them. */
    enum Likely {
        SAME_NAME_AND_BIRTH_DATE,
        NAMES_SWAPPED,
        SOUNDS_THE_SAME,
        SAME_GIVEN_NAME_AND_BIRTH_DATE
    }

    @Test
    void aNamesakeBornOnAnotherDayIsShownAndStopsNobody() {
        var maya = Intake.maya();
        var known = registered(maya).statusCode(201).extract().<String>path("id");
        var namesake = new HashMap<>(maya);
        namesake.put(
                "birthDate",
                LocalDate.parse((String) maya.get("birthDate")).plusYears(3).toString());
        namesake.remove("phone");

        matches(namesake)
                .statusCode(200)
                .body("find { it.id == '" + known + "' }.because", equalTo(List.of("SAME_NAME")));
        registered(namesake).statusCode(201);
    }

    @Test
    void aSharedPhoneIsShownAndStopsNobody() {
        var phone = "+1 (555) 7%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        var maya = new HashMap<>(Intake.maya());
        maya.put("phone", phone);
        var known = registered(maya).statusCode(201).extract().<String>path("id");
        var brother = new HashMap<>(Intake.maya());
        brother.put("phone", phone.replaceAll("[^0-9]", ""));

        matches(brother)
                .statusCode(200)
                .body("find { it.id == '" + known + "' }.because", equalTo(List.of("SAME_PHONE")));
        registered(brother).statusCode(201);
    }

    @Test
    void whoeverLeavesNothingButANumberIsFoundByIt() {
        var phone = "+1 (555) 8%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        var maya = new HashMap<>(Intake.maya());
        maya.put("phone", phone);
        var known = registered(maya).statusCode(201).extract().<String>path("id");

        matches(Map.of("phone", phone.replaceAll("[^0-9]", "")))
                .statusCode(200)
                .body("id", equalTo(List.of(known)))
                .body("[0].because", equalTo(List.of("SAME_PHONE")));
        matches(Map.of("phone", "+1 (555) 9999999")).statusCode(200).body("size()", equalTo(0));
        matches(Map.of("givenName", " ", "familyName", " ", "birthDate", "1991-04-12"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/givenName", "/familyName"));
        matches(Map.of()).statusCode(400).body("errors.pointer", equalTo(List.of("/phone")));
        matches(Map.of("givenName", "Maya", "phone", phone))
                .statusCode(400)
                .body("type", endsWith("/looked-for-by-something"))
                .body("errors.pointer", equalTo(List.of("/familyName", "/birthDate")));
    }

    @Test
    void aCorrectionMakesNobodySomebodyElse() {
        var first = Intake.maya();
        registered(first).statusCode(201);
        var second = registered(Intake.maya()).statusCode(201).extract();

        riverside
                .ivy()
                .asks()
                .header("If-Match", second.header("ETag"))
                .body(first)
                .put(API + "patients/" + second.path("id"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/maybe-registered"));
    }

    /** Twins are looked at once, and not whenever one of them moves. */
    @Test
    void whoeverWasLookedAtOnceIsCorrectedWithoutAWordAboutTheOther() {
        var first = new HashMap<>(Intake.maya());
        var known = registered(first).statusCode(201).extract();
        var second = new HashMap<>(first);
        second.put("notTheSameAs", List.of(known.<String>path("id")));
        registered(second).statusCode(201);

        first.put("phone", "+1 555 0188");
        riverside
                .ivy()
                .asks()
                .header("If-Match", known.header("ETag"))
                .body(first)
                .put(API + "patients/" + known.path("id"))
                .then()
                .statusCode(200)
                .body("phone", equalTo("+1 555 0188"));
    }

    @Test
    void whatIsGoodToKnowBeforeSpeakingWithThemIsKept() {
        var maya = new HashMap<>(Intake.maya());
        maya.put("preferredName", "May");
        maya.put("pronouns", "she/her");
        maya.put("interpreter", true);
        maya.put("people", List.of(relative("Tomas Lindqvist", false)));
        maya.put(
                "contactRules",
                Map.ofEntries(
                        entry("phone", true),
                        entry("textMessage", false),
                        entry("email", false),
                        entry("voicemail", false),
                        entry("hours", Map.of("from", "17:00", "until", "20:30")),
                        entry("maySay", "NOTHING")));
        var id = registered(maya).statusCode(201).extract().<String>path("id");

        riverside
                .ivy()
                .asks()
                .get(PATIENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("preferredName", equalTo("May"))
                .body("pronouns", equalTo("she/her"))
                .body("interpreter", equalTo(true))
                .body("people.name", equalTo(List.of("Tomas Lindqvist")))
                .body("contactRules.hours.from", equalTo("17:00:00"))
                .body("contactRules.maySay", equalTo("NOTHING"));
    }

    @Test
    void aMinorHasAGuardianOrALawByWhichTheyConsentAlone() {
        var minor = new HashMap<>(Intake.maya());
        minor.put("birthDate", today().minusYears(18).plusDays(2).toString());
        refused(minor, "minor-has-a-guardian", "/people");

        minor.put("people", List.of(relative("Tomas Lindqvist", false)));
        refused(minor, "minor-has-a-guardian", "/people");

        minor.put("people", List.of(relative("Tomas Lindqvist", true)));
        registered(minor).statusCode(201);

        var alone = new HashMap<>(Intake.maya());
        alone.put("birthDate", today().minusYears(17).toString());
        alone.put("consentsAsMinor", true);
        registered(alone).statusCode(201);
    }

    @Test
    void rulesOfContactCanBeFollowed() {
        var maya = new HashMap<>(Intake.maya());
        maya.put("contactRules", Map.of("phone", false, "textMessage", false, "email", false, "voicemail", true));
        refused(maya, "voicemail-needs-the-phone", "/contactRules/voicemail");

        maya.put(
                "contactRules",
                Map.of(
                        "phone", true,
                        "textMessage", false,
                        "email", false,
                        "voicemail", false,
                        "hours", Map.of("from", "20:00", "until", "08:00")));
        refused(maya, "safe-hours-in-a-day", "/contactRules/hours/until");
    }

    @Test
    void nobodyIsBornInTheFutureOrOnADayThatIsNone() {
        var maya = new HashMap<>(Intake.maya());
        maya.put("birthDate", today().plusDays(2).toString());
        refused(maya, "born-in-the-future", "/birthDate");

        maya.put("birthDate", "2025-02-29");
        registered(maya).statusCode(400).body("errors.pointer", hasItems("/birthDate"));
    }

    @Test
    void aTimeZoneIsOneOfTheIanaDatabase() {
        var form = new HashMap<>(Intake.maya());
        for (var zone : List.of("+05:00", "lives with her aunt", "")) {
            form.put("zone", zone);
            riverside
                    .ivy()
                    .asks()
                    .body(form)
                    .post(PATIENTS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/zone"));
        }
    }

    @Test
    void aRepeatedRegistrationWithItsKeyIsAnsweredAsBefore() {
        var key = UUID.randomUUID().toString();
        var maya = Intake.maya();
        var first = riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(maya)
                .post(PATIENTS)
                .then()
                .statusCode(201);

        var again = riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(maya)
                .post(PATIENTS)
                .then()
                .statusCode(201);

        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(Intake.maya())
                .post(PATIENTS)
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void aPatientIsFoundByTheBeginningOfTheFamilyNameWhateverItsAccents() {
        var name = "Ångström-" + UUID.randomUUID();
        var form = new HashMap<>(Intake.maya());
        form.put("familyName", name);
        riverside.ivy().asks().body(form).post(PATIENTS).then().statusCode(201);

        riverside
                .ivy()
                .asks()
                .header("X-Family-Name", "angstrom-" + name.substring(9, 20))
                .get(PATIENTS)
                .then()
                .statusCode(200)
                .body("items.familyName", equalTo(List.of(name)));
    }

    @Test
    void aCorrectionIsMadeToTheVersionLastRead() {
        var patient = riverside.patient();
        var url = API + "patients/" + patient;
        var tag = riverside.ivy().asks().get(url).then().extract().header("ETag");
        var maya = Intake.maya();

        riverside.ivy().asks().body(maya).put(url).then().statusCode(428);
        riverside
                .ivy()
                .asks()
                .header("If-Match", tag)
                .body(maya)
                .put(url)
                .then()
                .statusCode(200);

        riverside
                .ivy()
                .asks()
                .header("If-Match", tag)
                .body(maya)
                .put(url)
                .then()
                .statusCode(412);
    }

    @Test
    void theFaceSheetSaysFirstHowTheyMayBeReachedAndLetsNoMarkupIn() {
        var maya = new HashMap<>(Intake.maya());
        maya.put("familyName", "<b>Lindqvist-" + UUID.randomUUID());
        maya.put("people", List.of(relative("Tomas Lindqvist", false)));
        var id = registered(maya).extract().<String>path("id");
        var sheet = PATIENTS + "/" + id + "/face-sheet";

        riverside.ivy().asks().get(sheet).then().statusCode(401);
        var page = riverside
                .ivy()
                .with("acr", "2")
                .asks()
                .get(sheet)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();

        assertThat(page)
                .contains(
                        "&lt;b&gt;Lindqvist",
                        "Tomas Lindqvist, parent",
                        "Not on any list.",
                        "None on record.",
                        "Nobody on record.",
                        "treatment: missing")
                .doesNotContain("<b>");
        assertThat(page.indexOf("voicemail NO")).isPositive().isLessThan(page.indexOf("+1 555 0100"));
    }

    @Test
    void theFaceSheetWarnsOfWhatAnotherServiceFoundAndNamesTheProgramTheTeamAndAGuardian() {
        var form = new HashMap<>(Intake.maya());
        form.put(
                "people",
                List.of(Map.of("name", "Gus Orr", "relationship", "OTHER", "guardian", true, "inEmergency", false)));
        var maya = PatientId.fromString(registered(form).extract().path("id"));
        riverside.diagnosed(maya, "F10.20").statusCode(201);
        riverside.admitted(maya);
        Broker.say(
                new SafetyChanged("therapy", UUID.randomUUID(), maya, null, "SUICIDE_RISK_HIGH", true, Instant.EPOCH));

        await().untilAsserted(() -> riverside
                .ivy()
                .with("acr", "2")
                .asks()
                .get(PATIENTS + "/" + maya + "/face-sheet")
                .then()
                .body(containsString("suicide risk high (therapy)"))
                .body(containsString("Guardian: Gus Orr"))
                .body(containsString("admitted, Evening IOP"))
                .body(containsString("Treated by: primary clinician LCSW")));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC);
    }

    private ValidatableResponse registered(Map<String, ?> form) {
        return riverside.ivy().asks().body(form).post(PATIENTS).then();
    }

    private ValidatableResponse matches(Map<String, ?> form) {
        var asked = new HashMap<>(form);
        asked.keySet().retainAll(List.of("givenName", "familyName", "birthDate", "phone", "email"));
        return riverside.ivy().asks().body(asked).post(PATIENTS + "/matches").then();
    }

    private void refused(Map<String, ?> form, String slug, String pointer) {
        registered(form).statusCode(400).body("type", endsWith("/" + slug)).body("errors[0].pointer", equalTo(pointer));
    }

    /** Called so, and born on a day of their own. */
    private static Map<String, Object> named(String givenName, String familyName) {
        var maya = new HashMap<>(Intake.maya());
        maya.put("givenName", givenName);
        maya.put("familyName", familyName);
        return maya;
    }

    private static Map<String, Object> relative(String name, boolean guardian) {
        return Map.of("name", name, "relationship", "PARENT", "guardian", guardian, "inEmergency", true);
    }
}
