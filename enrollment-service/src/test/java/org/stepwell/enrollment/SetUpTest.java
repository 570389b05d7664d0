package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A clinic, its programs, and the first calls it takes. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SetUpTest {

    private static final Map<String, String> EVENING = Map.of("code", "evening", "name", "Evening");

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aClinicIsChangedByTheVersionLastRead() {
        var url = API + "clinics/" + Person.RIVERSIDE;
        var form = Map.of("name", "Riverside", "zone", "America/Chicago", "weekStart", "SUNDAY");
        var tag =
                riverside.ada().asks().get(url).then().statusCode(200).extract().header("ETag");

        riverside.ada().asks().body(form).put(url).then().statusCode(428);
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(form)
                .put(url)
                .then()
                .statusCode(200);
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(form)
                .put(url)
                .then()
                .statusCode(412);

        riverside.ada().asks().get(url).then().body("zone", equalTo("America/Chicago"));
    }

    @Test
    void aClinicSaysWhereWhoeverIsOnCallIsPaged() {
        var url = API + "clinics/" + Person.RIVERSIDE + "/on-call";
        var mailbox = "on-call-%s@example.org".formatted(UUID.randomUUID());
        var tag =
                riverside.ada().asks().get(url).then().statusCode(200).extract().header("ETag");

        riverside.ada().asks().body(Map.of("email", mailbox)).put(url).then().statusCode(428);
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(Map.of("email", "nobody"))
                .put(url)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/email"));
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(Map.of("email", mailbox))
                .put(url)
                .then()
                .statusCode(200);
        riverside
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of())
                .put(url)
                .then()
                .statusCode(403);

        riverside.carl().asks().get(url).then().body("email", equalTo(mailbox)).body("phone", nullValue());
        Person.at("patient").asks().get(url).then().statusCode(403);
        Person.of("clinic-admin", Person.HARBOR).asks().get(url).then().statusCode(404);
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment.state", "clinic/" + Person.RIVERSIDE))
                .anySatisfy(line -> assertThat(line).contains(mailbox)));
        riverside
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(Map.of())
                .put(url)
                .then()
                .body("email", nullValue());
    }

    @Test
    void aClinicKeepsAZoneThatKnowsDaylightSaving() {
        for (var zone : List.of("+05:00", "UTC-5", "Riverside")) {
            riverside
                    .ada()
                    .asks()
                    .header("If-Match", "*")
                    .body(Map.of("name", "Riverside", "zone", zone, "weekStart", "MONDAY"))
                    .put(API + "clinics/" + Person.RIVERSIDE)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/zone"));
        }
    }

    @Test
    void aProgramIsOfferedOnceWithTracksAndRulesThatExist() {
        var name = "Evening " + UUID.randomUUID();

        offer(name, "iop-standard", List.of(EVENING)).statusCode(201);
        offer(name, "iop-standard", List.of(EVENING)).statusCode(409).body("type", endsWith("/program-name-taken"));
        offer(name + "b", "no-such-set", List.of(EVENING))
                .statusCode(400)
                .body("type", endsWith("/unknown-rule-set"))
                .body("errors[0].pointer", equalTo("/ruleSet"));
        offer(name + "b", "adolescent", List.of(EVENING))
                .statusCode(400)
                .body("type", endsWith("/rules-fit-age"))
                .body("errors[0].pointer", equalTo("/ruleSet"));
        offer(name + "c", "iop-standard", List.of(EVENING, EVENING))
                .statusCode(400)
                .body("type", endsWith("/track-named-twice"));
        offer(name + "d", "iop-standard", List.of()).statusCode(400);
    }

    @Test
    void aProgramGoesByOtherRulesFromADayOnAndKeepsThoseBefore() {
        var program = offer("Evening " + UUID.randomUUID(), "iop-standard", List.of(EVENING))
                .statusCode(201)
                .extract();
        var url = API + "programs/" + program.path("id") + "/rules";
        var ahead = Map.of("ruleSet", "nc-saiop", "from", "2199-06-01");

        riverside.ada().asks().body(ahead).post(url).then().statusCode(428);
        var changed = riverside
                .ada()
                .asks()
                .header("If-Match", program.header("ETag"))
                .body(ahead)
                .post(url)
                .then()
                .statusCode(200)
                .body("rules.ruleSet.code", equalTo(List.of("iop-standard", "nc-saiop")))
                .body("rules.ruleSet.version", equalTo(List.of(1, 2)))
                .body("rules[1].from", equalTo("2199-06-01"))
                .extract();

        for (var from : List.of("2020-01-01", "2199-06-01")) {
            riverside
                    .ada()
                    .asks()
                    .header("If-Match", changed.header("ETag"))
                    .body(Map.of("ruleSet", "ny-oasas", "from", from))
                    .post(url)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/rules-change-ahead"))
                    .body("errors[0].pointer", equalTo("/from"));
        }
    }

    @Test
    void aProgramMayHaveRulesOfItsOwnThatCanBeMet() {
        offerOwn(ownRules(Map.of()))
                .statusCode(201)
                .body("rules[0].ruleSet.code", equalTo("riverside-evening"))
                .body("rules[0].ruleSet.gapDaysMax", nullValue());
        offerOwn(ownRules(Map.of("weekMinutesMax", 300)))
                .statusCode(400)
                .body("type", endsWith("/rules-can-be-met"))
                .body("errors[0].pointer", equalTo("/ownRules/weekMinutesMax"));
        offerOwn(ownRules(Map.of("dayMinutesMin", 600)))
                .statusCode(400)
                .body("type", endsWith("/rules-can-be-met"))
                .body("errors[0].pointer", equalTo("/ownRules/dayMinutesMin"));
        offerOwn(ownRules(Map.of("everyDayInFull", true)))
                .statusCode(400)
                .body("type", endsWith("/rules-can-be-met"))
                .body("errors[0].pointer", equalTo("/ownRules/dayMinutesMin"));

        var both =
                new HashMap<String, Object>(program("Evening " + UUID.randomUUID(), "iop-standard", List.of(EVENING)));
        both.put("ownRules", ownRules(Map.of()));
        riverside
                .ada()
                .asks()
                .body(both)
                .post(API + "programs")
                .then()
                .statusCode(400)
                .body("type", endsWith("/rules-named-once"));
    }

    @Test
    void whatAProgramsOwnRulesDoNotSayIsTheHouses() {
        offerOwn(ownRules(Map.of()))
                .statusCode(201)
                .body("rules[0].ruleSet.recertificationDays", equalTo(60))
                .body("rules[0].ruleSet.planDays", equalTo(7))
                .body("rules[0].ruleSet.planReviewDays", equalTo(30))
                .body("rules[0].ruleSet.groupSize", equalTo(Map.of("min", 2, "soft", 10, "hard", 12)))
                .body("rules[0].ruleSet.everyDayInFull", equalTo(false))
                .body("rules[0].ruleSet.groupEachDay", equalTo(false));
        offerOwn(ownRules(Map.of(
                        "groupSize",
                        groupsOf(3, 8, 9),
                        "recertificationDays",
                        30,
                        "planReviewDays",
                        14,
                        "dayMinutesMin",
                        180,
                        "everyDayInFull",
                        true,
                        "groupEachDay",
                        true)))
                .statusCode(201)
                .body("rules[0].ruleSet.recertificationDays", equalTo(30))
                .body("rules[0].ruleSet.planReviewDays", equalTo(14))
                .body("rules[0].ruleSet.groupSize", equalTo(groupsOf(3, 8, 9)))
                .body("rules[0].ruleSet.everyDayInFull", equalTo(true))
                .body("rules[0].ruleSet.groupEachDay", equalTo(true));
    }

    @Test
    void groupsAndCertificationsHaveLimitsThatPointAtTheField() {
        ownRefused(Map.of("groupSize", groupsOf(3, 2, 9)), "rules-can-be-met", "/ownRules/groupSize/soft");
        ownRefused(Map.of("groupSize", groupsOf(3, 10, 9)), "rules-can-be-met", "/ownRules/groupSize/hard");
        ownRefused(Map.of("groupSize", groupsOf(1, 10, 12)), "invalid-request", "/ownRules/groupSize/min");
        ownRefused(Map.of("groupSize", groupsOf(2, 10, 16)), "invalid-request", "/ownRules/groupSize/hard");
        ownRefused(Map.of("recertificationDays", 61), "invalid-request", "/ownRules/recertificationDays");
        ownRefused(Map.of("planDays", 31), "invalid-request", "/ownRules/planDays");
        ownRefused(Map.of("planReviewDays", 61), "invalid-request", "/ownRules/planReviewDays");
        ownRefused(Map.of("recertificationDays", 15), "invalid-request", "/ownRules/recertificationDays");
    }

    @Test
    void theRuleSetsThatComeWithUsSayWhereTheyComeFrom() {
        riverside
                .ivy()
                .asks()
                .get(API + "rule-sets")
                .then()
                .statusCode(200)
                .body(
                        "ruleSet.code",
                        equalTo(List.of(
                                "iop-standard",
                                "hcpcs-h0015",
                                "ny-oasas",
                                "nc-saiop",
                                "va-dmas",
                                "medicare-iop",
                                "adolescent")))
                .body("find { it.ruleSet.code == 'adolescent' }.ruleSet.weekMinutesMin", equalTo(360))
                .body("find { it.ruleSet.code == 'medicare-iop' }.ruleSet.daysMin", equalTo(1))
                .body("findAll { it.ruleSet.groupSharePercentOver > 0 }.ruleSet.code", equalTo(List.of("iop-standard")))
                .body("find { it.ruleSet.code == 'ny-oasas' }.ruleSet.basis", equalTo("SCHEDULED"))
                .body("find { it.ruleSet.code == 'va-dmas' }.ruleSet.everyDayInFull", equalTo(true))
                .body("find { it.ruleSet.code == 'nc-saiop' }.ruleSet.groupEachDay", equalTo(true))
                .body("find { it.ruleSet.code == 'medicare-iop' }.ruleSet.groupSize.hard", equalTo(12))
                .body(
                        "find { it.ruleSet.code == 'medicare-iop' }.ofTheHouse",
                        equalTo(List.of(
                                "noteDueHours", "planDays", "planReviewDays", "groupSize.min", "groupSize.soft")))
                .body("source.any { it.isBlank() }", equalTo(false));
    }

    @Test
    void onlyAdministratorsOfferPrograms() {
        riverside
                .ivy()
                .asks()
                .body(program("Evening " + UUID.randomUUID(), "iop-standard", List.of(EVENING)))
                .post(API + "programs")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse offer(String name, String rules, List<Map<String, String>> tracks) {
        return riverside
                .ada()
                .asks()
                .body(program(name, rules, tracks))
                .post(API + "programs")
                .then();
    }

    private ValidatableResponse offerOwn(Map<String, Object> rules) {
        var form = new HashMap<String, Object>(program("Evening " + UUID.randomUUID(), "", List.of(EVENING)));
        form.remove("ruleSet");
        form.put("ownRules", rules);
        return riverside.ada().asks().body(form).post(API + "programs").then();
    }

    private void ownRefused(Map<String, Object> rules, String problem, String pointer) {
        offerOwn(ownRules(rules))
                .statusCode(400)
                .body("type", endsWith("/" + problem))
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    private static Map<String, Integer> groupsOf(int min, int soft, int hard) {
        return Map.of("min", min, "soft", soft, "hard", hard);
    }

    private static Map<String, Object> ownRules(Map<String, Object> other) {
        var rules = new HashMap<String, Object>(Map.of(
                "code", "riverside-evening",
                "weekMinutesMin", 540,
                "weekMinutesMax", 1_199,
                "daysMin", 3,
                "daysMax", 5,
                "groupSharePercentOver", 50,
                "basis", "ATTENDED",
                "noteDueHours", 48));
        rules.putAll(other);
        return rules;
    }

    private static Map<String, Object> program(String name, String rules, List<Map<String, String>> tracks) {
        return Map.of("name", name, "lengthDays", 90, "ruleSet", rules, "tracks", tracks);
    }
}
