package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.ZONE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Some groups are for some people, and some are full. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GroupMixTest {

    @Inject
    Sql sql;

    private LocalDate monday = LocalDate.EPOCH;
    private ProgramId program = new ProgramId(new UUID(0, 0));

    @BeforeEach
    void aProgramWithoutGroups() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
        publishedToo("women", "veterans", "court-ordered");
    }

    @Test
    void anAdmissionIsPlacedInGroupsThatAreForThisPatient() {
        var spanish = evenings(Map.of("language", "es"), MONDAY, WEDNESDAY, FRIDAY);
        var women = evenings(Map.of("needs", List.of("women")), TUESDAY, THURSDAY, SATURDAY);
        var maria = known("es-MX");
        var ada = known("en");
        tag(ada, "women", "veterans").statusCode(200).body("tags", contains("veterans", "women"));
        var bob = known("en");

        assertThat(groupsOf(maria)).containsExactly(spanish);
        assertThat(groupsOf(ada)).containsExactly(women);
        assertThat(groupsOf(bob)).isEmpty();
    }

    @Test
    void whoSeatsSomebodyByHandLearnsThatTheGroupIsForOthersAndNotWhy() {
        var group = evenings(Map.of("excludes", List.of("court-ordered")), MONDAY);
        var bob = known("en");
        tag(bob, "court-ordered").statusCode(200);
        placed(bob);

        join(group, bob).statusCode(409).body("type", endsWith("/group-takes-others"));
        INTAKE.asks().get(API + "groups/" + group + "/members").then().body("$", empty());
    }

    @Test
    void aClosedGroupTakesNobodyAfterItHasBegunAndNoGuest() {
        var closed = evenings(Map.of("closed", true), MONDAY, WEDNESDAY, FRIDAY);
        assertThat(groupsOf(known("en"))).containsExactly(closed);
        moveTo(at(monday.plusDays(1), "08:00"));
        assertThat(groupsOf(known("en"))).isEmpty();
        var ada = known("en");
        placed(ada);

        String session = INTAKE.asks()
                .get(API + "sessions?limit=200")
                .path("items.findAll { it.group == '%s' }.id[-1]".formatted(closed));
        INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then()
                .statusCode(409)
                .body("type", endsWith("/session-takes-others"));
    }

    @Test
    void aGroupForAPhaseTakesThoseWhoAreInIt() {
        var second = evenings(Map.of("weeksFrom", 5, "weeksThrough", 8), MONDAY);
        var ada = known("en");
        placed(ada);

        join(second, ada, monday).statusCode(409);
        join(second, ada, monday.plusWeeks(4)).statusCode(201);
    }

    @Test
    void aMixThatNobodyCouldMeetIsPointedAt() {
        var form = groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY));
        form.put("mix", Map.of("weeksFrom", 8, "weeksThrough", 5));
        refused(form, "/mix/weeksThrough");
        form.put("mix", Map.of("needs", List.of("women"), "excludes", List.of("women")));
        refused(form, "/mix/excludes");
        form.put("mix", Map.of("needs", List.of("Maya Lindqvist")));
        ADMIN.asks().body(form).post(API + "groups").then().statusCode(400);
    }

    @Test
    void aPatientIsCalledAndAGroupAsksForWhatTheClinicHasPublishedAndNothingElse() {
        var ada = known("en");
        var form = groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY));
        form.put("mix", Map.of("needs", List.of("women"), "excludes", List.of("hiv-positive")));

        tag(ada, "women", "hiv-positive")
                .statusCode(409)
                .body("type", endsWith("/tag-is-published"))
                .body("errors.pointer", contains("/tags"))
                .body(not(containsString("hiv-positive")));
        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/group-tags")
                .then()
                .body("tags", empty());
        ADMIN.asks()
                .body(form)
                .post(API + "groups")
                .then()
                .statusCode(409)
                .body("type", endsWith("/tag-is-published"))
                .body("errors.pointer", contains("/mix/excludes"));
        INTAKE.asks()
                .body(Map.of("tags", List.of("hiv-positive")))
                .put(API + "group-tags")
                .then()
                .statusCode(403);
        INTAKE.asks().get(API + "group-tags").then().body("tags", not(hasItem("hiv-positive")));
    }

    @Test
    void aTagThatAPatientOrAGroupHasStaysPublished() {
        var ofAda = "ada-" + monday;
        var ofGroup = "group-" + monday;
        var ofNobody = "nobody-" + monday;
        publishedToo(ofAda, ofGroup, ofNobody);
        var ada = known("en");
        tag(ada, ofAda).statusCode(200);
        var group = evenings(Map.of("excludes", List.of(ofGroup)), MONDAY);

        for (var kept : List.of(ofAda, ofGroup)) {
            published(without(kept))
                    .statusCode(409)
                    .body("type", endsWith("/tag-in-use"))
                    .body("errors.pointer", contains("/tags"))
                    .body("detail", containsString(kept));
        }
        published(without(ofNobody)).statusCode(200).body("tags", hasItems(ofAda, ofGroup));

        tag(ada).statusCode(200);
        ADMIN.asks()
                .body(Map.of("lastDay", monday.toString()))
                .post(API + "groups/" + group + "/end")
                .then()
                .statusCode(200);
        moveTo(at(monday.plusDays(1), "08:00"));
        await().untilAsserted(() -> published(without(ofAda, ofGroup)).statusCode(200));
    }

    @Test
    void aTagThatSomebodyIsGivenAtThisMomentStaysPublished() throws Exception {
        var given = "given-" + monday;
        publishedToo(given);
        var ada = known("en");
        var others = without(given);

        var dropped = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        "insert into patient_tag (patient_id, tag, set_by, set_at) values (?, ?, 'intake:test', now())",
                        ada.patient().value(),
                        given),
                () -> published(others).extract().statusCode());

        assertThat(dropped.waited()).isTrue();
        assertThat(dropped.answer()).isEqualTo(409);
    }

    @Test
    void whoeverWaitsLongestAndCanComeGetsTheNextPlaceAndNobodyElse() {
        var group = evening(2);
        var first = admitted(program, EVENING, monday, 540);
        var second = admitted(program, EVENING, monday, 540);
        assertThat(seatsOf(second.patient(), monday)).hasSize(1);
        var busy = admitted(program, EVENING, monday, 540);
        var waits = admitted(program, EVENING, monday, 540);
        var later = admitted(program, EVENING, monday, 540);
        waitFor(group, busy).statusCode(201).body("place", equalTo(1));
        waitFor(group, waits).statusCode(201).body("place", equalTo(2));
        waitFor(group, later).statusCode(201).body("place", equalTo(3));
        waitFor(group, later).statusCode(409).body("type", endsWith("/waits-already"));
        INTAKE.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of("busy", List.of(atWorkOnMondays())))
                .put(API + "patients/" + busy.patient() + "/availability")
                .then()
                .statusCode(200);

        discharge(first, monday);
        moveTo(at(monday.plusDays(1), "09:00"));

        await().untilAsserted(() ->
                assertThat(seatsOf(waits.patient(), monday.plusWeeks(1))).hasSize(1));
        assertThat(lineOf(group))
                .containsExactly(busy.patient().toString(), later.patient().toString());
        assertThat(seatsOf(second.patient(), monday.plusWeeks(1))).hasSize(1);
    }

    @Test
    void whileSomebodyWaitsAFreePlaceIsTheirs() {
        var group = evening(2);
        var first = admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);
        var waits = admitted(program, EVENING, monday.plusWeeks(1), 540);
        waitFor(group, waits).statusCode(201);
        var passes = known("en");
        placed(passes);
        join(group, passes).statusCode(409).body("type", endsWith("/others-wait"));

        INTAKE.asks()
                .delete(API + "groups/" + group + "/waiting/" + waits.patient())
                .then()
                .statusCode(204);
        discharge(first, monday);
        moveTo(at(monday.plusDays(1), "09:00"));

        assertThat(lineOf(group)).isEmpty();
        assertThat(seatsOf(waits.patient(), monday.plusWeeks(1))).isEmpty();
        await().untilAsserted(
                        () -> join(group, waits, monday.plusWeeks(1)).statusCode(201)); // once the discharge is heard
    }

    /** Whoever can not come keeps one place, and not all of them. */
    @Test
    void oneWhoWaitsDoesNotKeepOthersFromPlacesThatAreThereForAll() {
        var group = evenings(Map.of("needs", List.of("women")), MONDAY, WEDNESDAY, FRIDAY);
        var full = changed(group, 2);
        var ada = woman();
        var bea = woman();
        placed(ada);
        placed(bea);
        var busy = woman();
        placed(busy);
        waitFor(full, busy).statusCode(201);
        INTAKE.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of("busy", List.of(atWorkOnMondays())))
                .put(API + "patients/" + busy.patient() + "/availability")
                .then()
                .statusCode(200);

        changed(group, 4);
        free().body("find { it.track == 'EVENING' }.free", equalTo(1));
        assertThat(groupsOf(woman())).containsExactly(group);

        free().body("find { it.track == 'EVENING' }.free", equalTo(0));
        assertThat(groupsOf(woman())).isEmpty();
    }

    @Test
    void aClosedGroupThatHasBegunHasNoPlacesToShow() {
        evenings(Map.of("closed", true), MONDAY, WEDNESDAY, FRIDAY);
        shown().body("[0].from.free", contains(12));

        moveTo(at(monday.plusDays(1), "08:00"));

        shown().body("$", empty());
    }

    private Admitted woman() {
        var who = known("en");
        tag(who, "women").statusCode(200);
        return who;
    }

    private ValidatableResponse free() {
        return INTAKE.asks().get(API + "places?program=" + program).then().statusCode(200);
    }

    private ValidatableResponse shown() {
        return INTAKE.asks()
                .get(API + "places/groups?program=" + program)
                .then()
                .statusCode(200);
    }

    private static String changed(String group, int capacity) {
        var form = new HashMap<String, Object>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "room", "facilitators", "slots", "mix"));
        form.put("capacity", capacity);
        form.put("from", now().atZone(ZONE).toLocalDate().toString());
        ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);
        return group;
    }

    @Test
    void aPlaceIsFreeFromTheDayAfterSomebodysLast() {
        var group = evening(3);
        var leaves = admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);

        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + leaves.patient() + "?lastDay=" + monday.plusDays(10))
                .then()
                .statusCode(200);

        INTAKE.asks()
                .get(API + "places/groups?program=" + program)
                .then()
                .statusCode(200)
                .body("group", contains(group))
                .body(
                        "[0].from.day",
                        contains(monday.toString(), monday.plusDays(11).toString()))
                .body("[0].from.free", contains(1, 2))
                .body("[0].waiting", equalTo(0));
    }

    @Test
    void nobodyWaitsForAGroupThatHasAPlace() {
        var group = evening(2);
        var ada = known("en");
        placed(ada);
        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + ada.patient())
                .then()
                .statusCode(200);

        waitFor(group, admitted(program, EVENING, monday, 540)).statusCode(409);
    }

    private Map<String, String> atWorkOnMondays() {
        return Map.of("kind", "WORK", "day", "MONDAY", "from", "17:00", "to", "22:00", "firstDay", monday.toString());
    }

    private String evening(int capacity) {
        return aGroup(program, capacity, aClinician(), monday, from18To21On(MONDAY));
    }

    private String evenings(Map<String, Object> mix, DayOfWeek... days) {
        Map<String, Object> form = new HashMap<>(groupForm(program, 12, aClinician(), monday, from18To21On(days)));
        form.put("mix", mix);
        return opened(form);
    }

    private static void refused(Map<String, Object> form, String pointer) {
        await().untilAsserted(() -> ADMIN.asks()
                .body(form)
                .post(API + "groups")
                .then()
                .statusCode(400)
                .body("type", endsWith("/mix-can-be"))
                .body("errors[0].pointer", equalTo(pointer)));
    }

    private static Admitted known(String language) {
        var somebody = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        Broker.say(new PatientChanged(
                somebody.patient(),
                language,
                null,
                new ContactRules(true, false, false, false, null, null, Saying.NOTHING),
                "sealed",
                now()));
        await().until(() -> INTAKE.asks()
                        .get(API + "patients/" + somebody.patient() + "/group-tags")
                        .statusCode()
                == 200);
        return somebody;
    }

    private void placed(Admitted somebody) {
        admit(somebody, program, EVENING, monday, 540);
        placement(somebody);
    }

    private List<String> groupsOf(Admitted somebody) {
        placed(somebody);
        return placement(somebody).path("groups");
    }

    /** These besides all that are: what other tests use is in use. */
    private static void publishedToo(String... tags) {
        var all = new TreeSet<>(all());
        all.addAll(List.of(tags));
        published(all).statusCode(200);
    }

    private static Set<String> without(String... tags) {
        var others = new TreeSet<>(all());
        others.removeAll(List.of(tags));
        return others;
    }

    private static List<String> all() {
        return ADMIN.asks().get(API + "group-tags").path("tags");
    }

    private static ValidatableResponse published(Set<String> tags) {
        return ADMIN.asks().body(Map.of("tags", tags)).put(API + "group-tags").then();
    }

    private static ValidatableResponse tag(Admitted somebody, String... tags) {
        return INTAKE.asks()
                .body(Map.of("tags", List.of(tags)))
                .put(API + "patients/" + somebody.patient() + "/group-tags")
                .then();
    }

    private ValidatableResponse join(String group, Admitted who) {
        return join(group, who, monday);
    }

    private static ValidatableResponse join(String group, Admitted who, LocalDate from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from.toString()))
                .post(API + "groups/" + group + "/members")
                .then();
    }

    private static ValidatableResponse waitFor(String group, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "groups/" + group + "/waiting")
                .then();
    }

    private static List<String> lineOf(String group) {
        return INTAKE.asks().get(API + "groups/" + group + "/waiting").path("patient");
    }
}
