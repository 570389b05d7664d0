package org.stepwell.scheduling.availability;

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
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Two people are never together, and nobody is told why. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class KeptApartTest {

    private LocalDate monday = LocalDate.EPOCH;
    private final Person sue = Person.at("supervisor").who(new StaffId(Uuid7.next()));

    @Inject
    Sql sql;

    @Inject
    KeptApart apart;

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
    }

    @Test
    void theyArePlacedInDifferentGroupsAndNeitherJoinsTheOther() {
        var program = aProgram(NINE_HOURS);
        var first = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var second = aGroup(program, 8, aClinician(), monday, from18To21On(TUESDAY, THURSDAY, SATURDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = new Admitted(Known.patient(), new EpisodeId(Uuid7.next()));
        keeps(bob.patient(), ada.patient())
                .statusCode(200)
                .body("other", contains(ada.patient().toString()));

        admit(bob, program, EVENING, monday, 540);

        placement(bob).then().body("groups", contains(second));
        joins(first, bob)
                .statusCode(409)
                .body("type", endsWith("/seat-not-possible"))
                .body("detail", not(containsString(ada.patient().toString())));
        takes(seatsOf(ada.patient(), monday).getFirst(), bob)
                .statusCode(409)
                .body("type", endsWith("/seat-not-possible"));
        lets(ada.patient(), bob.patient()).statusCode(200).body("$", empty());
        takes(seatsOf(ada.patient(), monday).getFirst(), bob).statusCode(201);
    }

    @Test
    void whoIsTogetherIsNotKeptApartBeforeOneOfThemLeaves() {
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);

        keeps(ada.patient(), bob.patient())
                .statusCode(409)
                .body("type", endsWith("/still-together"))
                .body("detail", containsString("Evening group"));
        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + bob.patient() + "?lastDay=" + monday.minusDays(1))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> keeps(ada.patient(), bob.patient()).statusCode(200));
    }

    @Test
    void whoeverSeatsSomebodyMeanwhileWaitsAndIsRefused() throws Exception {
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, MORNING, monday, 540);
        var session = seatsOf(ada.patient(), monday).getFirst();

        var seated = AtOnce.beforeItCommits(
                sql,
                () -> apart.keep(ada.patient(), bob.patient(), new StaffId(Uuid7.next()), now()),
                () -> takes(session, bob));

        assertThat(seated.waited()).isTrue();
        seated.answer().statusCode(409).body("type", endsWith("/seat-not-possible"));
    }

    @Test
    void itIsForThoseWhoTreatThemAndTheReasonIsNowhere() {
        var ada = Known.patient();
        var bob = Known.patient();

        for (var who : new Person[] {
            INTAKE, Person.at("clinic-admin"), Person.at("clinician").who(new StaffId(Uuid7.next()))
        }) {
            who.asks()
                    .body(Map.of("other", bob))
                    .post(API + "patients/" + ada + "/kept-apart")
                    .then()
                    .statusCode(403);
            who.asks().get(API + "patients/" + ada + "/kept-apart").then().statusCode(403);
        }
        Person.at("patient")
                .who(ada)
                .asks()
                .get(API + "patients/" + ada + "/kept-apart")
                .then()
                .statusCode(403);
        keeps(ada, ada).statusCode(400).body("type", endsWith("/kept-apart-from-another"));
        keeps(ada, new PatientId(Uuid7.next())).statusCode(409).body("errors.pointer", contains("/other"));
    }

    @Test
    void theyAreLetTogetherByWhoeverSetItOrTreatsBoth() {
        var ada = Known.patient();
        var bob = Known.patient();
        var carl = Person.at("clinician").who(new StaffId(Uuid7.next()));
        var dan = Person.at("clinician").who(new StaffId(Uuid7.next()));
        var cora = Person.at("clinician").who(new StaffId(Uuid7.next()));
        treat(ada, carl, dan, cora);
        treat(bob, cora);
        var path = API + "patients/" + ada + "/kept-apart";
        await().untilAsserted(() ->
                carl.asks().body(Map.of("other", bob)).post(path).then().statusCode(200));

        dan.asks()
                .delete(path + "/" + bob)
                .then()
                .statusCode(403)
                .body("type", endsWith("/let-together-by-both-teams"));
        await().untilAsserted(() -> cora.asks()
                .get(API + "patients/" + bob + "/kept-apart")
                .then()
                .statusCode(200)
                .body("other", contains(ada.toString())));
        cora.asks().delete(path + "/" + bob).then().statusCode(200).body("other", empty());
        carl.asks().body(Map.of("other", bob)).post(path).then().statusCode(200);
        carl.asks().delete(path + "/" + bob).then().statusCode(200).body("other", empty());
    }

    @Test
    void whoTreatsOneOfThemIsNotToldWhereTheyAreTogether() {
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540).patient();
        var bob = admitted(program, EVENING, monday, 540).patient();
        var carl = Person.at("clinician").who(new StaffId(Uuid7.next()));
        treat(ada, carl);
        treat(bob, Person.at("clinician").who(new StaffId(Uuid7.next())));

        await().untilAsserted(() -> carl.asks()
                .body(Map.of("other", bob))
                .post(API + "patients/" + ada + "/kept-apart")
                .then()
                .statusCode(409)
                .body("type", endsWith("/still-together"))
                .body("detail", not(containsString("Evening group"))));
    }

    private static void treat(PatientId patient, Person... team) {
        Broker.say(new CareTeamChanged(
                patient,
                new EpisodeId(Uuid7.next()),
                Stream.of(team)
                        .map(one ->
                                StaffId.fromString(String.valueOf(one.claims().get("staff_id"))))
                        .map(staff -> new CareTeamChanged.Member(staff, CareTeamChanged.Role.CLINICIAN))
                        .toList(),
                Instant.now()));
    }

    @Test
    void aDuplicateTakesItAlong() {
        var ada = Known.patient();
        var bob = Known.patient();
        var again = Known.patient();
        keeps(again, bob).statusCode(200);
        keeps(again, ada).statusCode(200);

        Broker.say(new PatientMerged(ada, again, now()));

        await().untilAsserted(() ->
                sue.asks().get(API + "patients/" + ada + "/kept-apart").then().body("other", contains(bob.toString())));
        sue.asks()
                .get(API + "patients/" + bob + "/kept-apart")
                .then()
                .body("other", hasItem(ada.toString()))
                .body("other", not(hasItem(again.toString())));
    }

    /** Nobody knew that they are to be kept apart until two records became one. */
    @Test
    void whoTurnsOutToBeKeptApartIsWorkForSomebodyAndKeepsNobodyElseFromTheirSeats() {
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        var cleo = admitted(program, EVENING, monday, 540);
        var again = Known.patient();
        keeps(again, bob.patient()).statusCode(200);

        Broker.say(new PatientMerged(ada.patient(), again, now()));

        await().untilAsserted(() -> sue.asks()
                .get(API + "tasks?kind=kept-apart-but-together&limit=200")
                .then()
                .body("items.patient", hasItem(ada.patient().toString())));
        moveTo(at(monday.plusDays(8), "08:00"));
        moveTo(at(monday.plusDays(15), "08:00"));
        var later = monday.plusWeeks(4);
        await().untilAsserted(() -> assertThat(seatsOf(cleo.patient(), later)).hasSize(3));
        assertThat(List.of(
                        seatsOf(ada.patient(), later).size(),
                        seatsOf(bob.patient(), later).size()))
                .containsExactlyInAnyOrder(3, 0);
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(3));

        var leaves = seatsOf(ada.patient(), later).isEmpty() ? bob : ada; // whoever had the seats
        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + leaves.patient())
                .then()
                .statusCode(200);
        assertThat(List.of(
                        seatsOf(ada.patient(), later).size(),
                        seatsOf(bob.patient(), later).size()))
                .containsExactlyInAnyOrder(3, 0);
        assertThat(seatsOf(leaves.patient(), later)).isEmpty();
    }

    private ValidatableResponse keeps(PatientId patient, PatientId other) {
        return sue.asks()
                .body(Map.of("other", other))
                .post(API + "patients/" + patient + "/kept-apart")
                .then();
    }

    private ValidatableResponse lets(PatientId patient, PatientId other) {
        return sue.asks()
                .delete(API + "patients/" + patient + "/kept-apart/" + other)
                .then();
    }

    private ValidatableResponse joins(String group, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", monday.toString()))
                .post(API + "groups/" + group + "/members")
                .then();
    }

    private static ValidatableResponse takes(String session, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then();
    }
}
