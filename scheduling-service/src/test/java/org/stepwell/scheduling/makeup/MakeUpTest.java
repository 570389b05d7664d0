package org.stepwell.scheduling.makeup;

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
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Somebody misses an evening, and the week is saved while it can be. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MakeUpTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(new UUID(0, 0));
    private ProgramId program = new ProgramId(new UUID(0, 0));
    private String group = "";
    private Admitted ada = new Admitted(
            new org.stepwell.contracts.id.PatientId(new UUID(0, 0)),
            new org.stepwell.contracts.id.EpisodeId(new UUID(0, 0)));

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        group = aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @Test
    void aMissedEveningIsMadeUpForInOneCall() {
        anotherGroup(12);
        missesMonday();

        week().body("ruleSets[0].forecast", equalTo("AT_RISK"))
                .body("ruleSets[0].sentence", containsString("360 of 540 minutes"))
                .body("ruleSets[0].sentence", containsString("could make up for it"));
        var proposals = proposals()
                .body("$", hasSize(2))
                .body("[0].sessions.session.day", contains(monday.plusDays(3).toString()))
                .body("[1].sessions.session.day", contains(monday.plusDays(5).toString()))
                .body("[0].minutes", equalTo(540));
        var missed = seatsOf(ada.patient(), monday).getFirst();
        proposals.body("[0].sessions.makesUpFor", contains(missed));
        String thursday = proposals.extract().path("[0].sessions[0].session.id");

        accepts(INTAKE, thursday).statusCode(201).body("ruleSets[0].forecast", equalTo("ON_COURSE"));

        proposals().body("$", empty());
        assertThat(seatsOf(ada.patient(), monday)).contains(thursday).hasSize(4);
        accepts(INTAKE, thursday).statusCode(409).body("type", endsWith("/nothing-to-make-up"));
    }

    @Test
    void nobodySitsInASessionOfAnotherProgramOrInOneThatHasBegun() {
        anotherGroup(12);
        missesMonday();
        var other = aProgram(NINE_HOURS);
        aGroup(other, 12, aClinician(), monday, from18To21On(THURSDAY));
        var theirs =
                seatsOf(admitted(other, EVENING, monday, 540).patient(), monday).getFirst();
        accepts(Person.at("patient").who(ada.patient()), theirs)
                .statusCode(409)
                .body("type", endsWith("/session-takes-others"));
        String thursday = proposals().extract().path("[0].sessions[0].session.id");

        moveTo(at(monday.plusDays(3), "18:05"));
        accepts(Person.at("patient").who(ada.patient()), thursday)
                .statusCode(409)
                .body("type", endsWith("/made-up-ahead"));
    }

    /** On two phones, or by intake and the patient. */
    @Test
    void aWeekIsMadeUpForOnceThoughTwoTakeDifferentProposalsAtOnce() throws Exception {
        anotherGroup(12);
        missesMonday();
        List<String> sessions = proposals().extract().path("sessions.session.id.flatten()");
        assertThat(sessions).hasSize(2);

        try (var phones = Executors.newFixedThreadPool(2)) {
            var answers = phones
                    .invokeAll(sessions.stream()
                            .map(session -> (Callable<Integer>)
                                    () -> accepts(INTAKE, session).extract().statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void thePatientTakesAProposalOnThePhoneAndNobodyElsesPatientDoes() {
        anotherGroup(12);
        missesMonday();
        String thursday = proposals().extract().path("[0].sessions[0].session.id");

        accepts(Person.at("patient").who(admitted(program, EVENING, monday, 540).patient()), thursday)
                .statusCode(404);
        accepts(Person.at("patient").who(ada.patient()), thursday).statusCode(201);
    }

    @Test
    void whereNothingMakesUpForItTheWeekIsLostAndTheBoardSaysBoth() {
        missesMonday();
        week().body("ruleSets[0].forecast", equalTo("CANNOT_BE_MET"))
                .body("ruleSets[0].sentence", containsString("up to three other sessions do not make up for it"));
        proposals().body("$", empty());

        var board = board();
        board.body("atRisk.patient", contains(ada.patient().toString()))
                .body("atRisk.ruleSets.forecast", contains(contains("CANNOT_BE_MET")))
                .body("people.CANNOT_BE_MET", equalTo(1))
                .body("metPercent", equalTo(0));
        anotherGroup(12);
        board().body("people.AT_RISK", equalTo(1)).body("people.CANNOT_BE_MET", equalTo(null));
    }

    /** A proposal that was right when it was read may be none when it is taken. */
    @Test
    void onlyTheSessionsOfAProposalAreTakenAllOfThemAndNoMore() {
        anotherGroup(12);
        missesMonday();
        List<String> both = proposals().extract().path("sessions.session.id.flatten()");
        var phone = Person.at("patient").who(ada.patient());

        accepts(phone, both.getFirst(), both.getLast())
                .statusCode(409)
                .body("type", endsWith("/sessions-of-a-proposal"))
                .body("errors.pointer", contains("/sessions"));
        approve(1, 3, monday);
        await().untilAsserted(() -> proposals().body("$", empty()));
        accepts(phone, both.getFirst()).statusCode(409).body("type", endsWith("/sessions-of-a-proposal"));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
    }

    @Test
    void aFullSessionIsNoProposal() {
        var other = anotherGroup(2);
        missesMonday();
        proposals().body("$", hasSize(2));
        for (int i = 0; i < 2; i++) {
            joins(other, admitted(aProgram(NINE_HOURS), EVENING, monday, 540)).statusCode(201);
        }

        proposals().body("$", empty());
    }

    @Test
    void whoCanNotComeOrHasNothingApprovedIsOfferedNothing() {
        anotherGroup(12);
        missesMonday();
        approve(1, 3, monday);
        await().untilAsserted(() -> proposals().body("$", empty()));
        approve(2, 4, monday);
        await().untilAsserted(() -> proposals().body("$", hasSize(2)));

        INTAKE.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "busy",
                        List.of(Map.of(
                                "kind", "COURT",
                                "day", "THURSDAY",
                                "from", "17:30",
                                "to", "19:00",
                                "firstDay", monday.toString()))))
                .put(API + "patients/" + ada.patient() + "/availability")
                .then()
                .statusCode(200);

        proposals()
                .body(
                        "sessions.session.day",
                        contains(contains(monday.plusDays(5).toString())));
    }

    @Test
    void aSeatMakesUpForWhatWasMissedOnce() {
        var other = anotherGroup(12);
        missesMonday();
        var sessions = INTAKE.asks()
                .get(API + "sessions?from=" + monday.plusDays(3) + "&to=" + monday.plusDays(5) + "&limit=200")
                .then()
                .extract()
                .<List<String>>path("items.findAll { it.group == '" + other + "' }.id");
        var mine = seatsOf(ada.patient(), monday);

        takes(sessions.get(0), mine.get(1)).statusCode(409).body("type", endsWith("/made-up-for-what-was-missed"));
        takes(sessions.get(0), mine.get(0)).statusCode(201);
        takes(sessions.get(1), mine.get(0)).statusCode(409);
        INTAKE.asks()
                .delete(API + "sessions/" + sessions.get(0) + "/seats/" + ada.patient())
                .then()
                .statusCode(200)
                .body("session.status", equalTo("SCHEDULED"))
                .body("session.taken", equalTo(0));
        takes(sessions.get(1), mine.get(0)).statusCode(201);
        INTAKE.asks()
                .delete(API + "sessions/" + mine.get(1) + "/seats/" + ada.patient())
                .then()
                .statusCode(409)
                .body("type", endsWith("/only-an-extra-seat-is-given-up"));
    }

    /** A guest had the last seat of one evening when somebody joined; the group itself had room. */
    @Test
    void whoFoundNoSeatBecauseOfAGuestHasItWhenTheGuestGivesItUp() {
        var other = anotherGroup(2);
        missesMonday();
        String thursday = proposals().extract().path("[0].sessions[0].session.id");
        accepts(INTAKE, thursday).statusCode(201);
        var bob = admitted(aProgram(NINE_HOURS), EVENING, monday, 540);
        var cleo = admitted(aProgram(NINE_HOURS), EVENING, monday, 540);
        joins(other, bob).statusCode(201);
        joins(other, cleo).statusCode(201);
        assertThat(seatsOf(bob.patient(), monday)).contains(thursday).hasSize(2);
        assertThat(seatsOf(cleo.patient(), monday)).doesNotContain(thursday).hasSize(1);

        INTAKE.asks()
                .delete(API + "sessions/" + thursday + "/seats/" + ada.patient())
                .then()
                .statusCode(200);

        assertThat(seatsOf(cleo.patient(), monday)).contains(thursday).hasSize(2);
    }

    /** A second member begins on Saturday; until then a guest has the seat, and keeps it where the session moves beyond that day. */
    @Test
    void aSessionThatAGuestFillsCanMoveToADayOfAMember() {
        var other = anotherGroup(2);
        joins(other, admitted(aProgram(NINE_HOURS), EVENING, monday, 540)).statusCode(201);
        missesMonday();
        String thursday = proposals().extract().path("[0].sessions[0].session.id");
        accepts(INTAKE, thursday).statusCode(201);
        var bob = admitted(aProgram(NINE_HOURS), EVENING, monday, 540);
        joins(other, bob, monday.plusDays(5)).statusCode(201);

        INTAKE.asks()
                .body(Map.of("day", monday.plusDays(6).toString(), "from", "17:00", "to", "20:00", "room", aRoom()))
                .put(API + "sessions/" + thursday + "/hours")
                .then()
                .statusCode(200)
                .body("taken", equalTo(2));

        assertThat(seatsOf(ada.patient(), monday)).contains(thursday);
        assertThat(seatsOf(bob.patient(), monday)).doesNotContain(thursday).hasSize(1);
    }

    /** The group meets on Tuesday instead of Monday: nobody missed Monday. */
    @Test
    void aSessionThatIsAtAnotherTimeNowWasNotMissed() {
        var was = seatsOf(ada.patient(), monday).getFirst();
        var now = INTAKE.asks().get(API + "groups/" + group);
        Map<String, Object> form = new HashMap<>(now.then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "room", "facilitators"));
        form.put("slots", from18To21On(TUESDAY, WEDNESDAY, FRIDAY));
        form.put("from", monday.toString());
        ADMIN.asks()
                .header("If-Match", now.header("ETag"))
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);
        anotherGroup(12);
        moveTo(at(monday.plusDays(1), "21:05"));
        var tuesday = seatsOf(ada.patient(), monday).stream()
                .filter(seat -> !seat.equals(was))
                .findFirst()
                .orElseThrow();
        closed(tuesday, dora, ada.patient(), "NO_SHOW");

        proposals().body("[0].sessions.makesUpFor", contains(tuesday));
    }

    @Test
    void theBoardOfManyAsksNoMoreOftenThanThatOfOneAndIsAnsweredOnce() {
        anotherGroup(12);
        missesMonday();
        board();
        int forOne = statements();
        for (int i = 0; i < 6; i++) {
            admitted(program, EVENING, monday, 540);
        }
        await().untilAsserted(() -> board().body("people.AT_RISK", equalTo(7)));

        assertThat(statements()).isEqualTo(forOne);
        var tag = INTAKE.asks().get(API + "board?on=" + monday).header("ETag");
        INTAKE.asks()
                .header("If-None-Match", tag)
                .get(API + "board?on=" + monday)
                .then()
                .statusCode(304);
        Person.at("clinician").asks().get(API + "board").then().statusCode(403);
    }

    private String anotherGroup(int places) {
        return aGroup(program, places, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
    }

    private void missesMonday() {
        moveTo(at(monday, "21:05"));
        closed(seatsOf(ada.patient(), monday).getFirst(), dora, ada.patient(), "NO_SHOW");
    }

    private void approve(int version, int days, LocalDate from) {
        Broker.say(new AuthorizationChanged(
                ada.patient(),
                new AuthorizationId(ada.episode().value()),
                new PayerId(ada.patient().value()),
                BillingUnit.DAY,
                days - 1,
                from,
                from.plusDays(60),
                List.of(new PayerRules(from, from.plusDays(60), NINE_HOURS, List.of())),
                version,
                now()));
    }

    private ValidatableResponse week() {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse proposals() {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday + "/make-ups")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse accepts(Person who, String... sessions) {
        return who.asks()
                .body(Map.of("sessions", List.of(sessions)))
                .post(API + "patients/" + ada.patient() + "/weeks/" + monday + "/make-ups")
                .then();
    }

    private ValidatableResponse takes(String session, String instead) {
        return INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode(), "makesUpFor", instead))
                .post(API + "sessions/" + session + "/seats")
                .then();
    }

    private static ValidatableResponse joins(String group, Admitted who) {
        return joins(group, who, LocalDate.ofInstant(now(), org.stepwell.scheduling.Riverside.ZONE));
    }

    private static ValidatableResponse joins(String group, Admitted who, LocalDate from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from.toString()))
                .post(API + "groups/" + group + "/members")
                .then();
    }

    private int statements() {
        return Statements.ofReading(this::board);
    }

    private ValidatableResponse board() {
        return INTAKE.asks()
                .get(API + "board?on=" + monday)
                .then()
                .statusCode(200)
                .rootPath("programs.find { it.program == '" + program + "' }");
    }
}
