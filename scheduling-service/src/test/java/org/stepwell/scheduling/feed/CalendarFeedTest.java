package org.stepwell.scheduling.feed;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** A phone subscribes to when its owner has to be there. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CalendarFeedTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(new UUID(0, 0));
    private Admitted ada = new Admitted(new PatientId(new UUID(0, 0)), new EpisodeId(new UUID(0, 0)));

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @Test
    void aPatientsPhoneKnowsWhenAndNothingElse() throws Exception {
        var path = linkOf(adasPhone(), "patients/" + ada.patient() + "/calendar-link");

        var calendar = opened(path).then().statusCode(200).extract().response();

        assertThat(calendar.contentType()).isEqualTo("text/calendar;charset=utf-8");
        assertThat(calendar.asString())
                .doesNotContainIgnoringCase("riverside")
                .doesNotContainIgnoringCase("recovery")
                .doesNotContainIgnoringCase("evening")
                .doesNotContainIgnoringCase("room")
                .doesNotContain(
                        ada.patient().toString(), seatsOf(ada.patient(), monday).getFirst());
        var events = events(calendar.asString());
        assertThat(events).hasSizeGreaterThanOrEqualTo(9);
        assertThat(value(events.getFirst(), "DTSTART")).isEqualTo(utc(at(monday, "18:00")));
        assertThat(value(events.getFirst(), "DTEND")).isEqualTo(utc(at(monday, "21:00")));
        assertThat(value(events.getFirst(), "SUMMARY")).isEqualTo("Appointment");
        assertThat(events.getFirst().getProperty("LOCATION")).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndWhatWasCancelledIsShownSo() throws Exception {
        var path = linkOf(adasPhone(), "patients/" + ada.patient() + "/calendar-link");
        var tag = opened(path).header("ETag");
        RestAssured.given().header("If-None-Match", tag).get(path).then().statusCode(304);

        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + seatsOf(ada.patient(), monday).getFirst() + "/cancellation")
                .then()
                .statusCode(200);

        var changed = RestAssured.given().header("If-None-Match", tag).get(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(events(changed.asString()))
                .extracting(event -> value(event, "STATUS"))
                .startsWith("CANCELLED", "CONFIRMED")
                .containsOnlyOnce("CANCELLED");
    }

    @Test
    void aLinkThatWentAstrayIsRevokedAndANewOneClosesTheOld() {
        var path = "patients/" + ada.patient() + "/calendar-link";
        var first = linkOf(adasPhone(), path);
        var second = linkOf(adasPhone(), path);
        assertOpensNothing(first);
        assertOpensNothing(second + "A");
        INTAKE.asks().get(API + path).then().body("since", notNullValue());

        INTAKE.asks().delete(API + path).then().statusCode(204);

        assertOpensNothing(second);
        INTAKE.asks().get(API + path).then().body("since", nullValue());
    }

    @Test
    void nobodyMakesALinkToAnothersCalendar() {
        Person.at("patient")
                .who(new PatientId(UUID.randomUUID()))
                .asks()
                .post(API + "patients/" + ada.patient() + "/calendar-link")
                .then()
                .statusCode(404);
        for (var staff : List.of(INTAKE, Person.at("supervisor"))) {
            staff.asks()
                    .post(API + "patients/" + ada.patient() + "/calendar-link")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aLinkThatIsOpenedTooOftenWaitsAndOthersDoNot() {
        var path = linkOf(adasPhone(), "patients/" + ada.patient() + "/calendar-link");

        await().until(() -> opened(path).statusCode(), equalTo(429));

        opened(path).then().header("Retry-After", notNullValue()).body("detail", startsWith("This link is opened"));
        var clinic = Person.RIVERSIDE.toString();
        opened(path.replace(clinic, clinic.toUpperCase(Locale.ROOT))).then().statusCode(429);
        opened(path + ";again=1").then().statusCode(400);
        opened(linkOf(leading(dora), "own-calendar-link")).then().statusCode(200);
    }

    @Test
    void aCliniciansPhoneKnowsTheRoomAndNobodysNameAndALeaversKnowsNothing() throws Exception {
        var path = linkOf(leading(dora), "own-calendar-link");

        var calendar = opened(path).then().statusCode(200).extract().asString();

        assertThat(calendar).doesNotContain("Dora", ada.patient().toString()).doesNotContainIgnoringCase("evening");
        assertThat(events(calendar))
                .allSatisfy(event -> assertThat(value(event, "LOCATION")).startsWith("Room "));
        ADMIN.asks()
                .header("If-Match", ADMIN.asks().get(API + "staff/" + dora).header("ETag"))
                .body(Map.of("name", "Dora Diaz", "credentials", List.of("LCSW"), "active", false))
                .put(API + "staff/" + dora)
                .then()
                .statusCode(200);
        assertOpensNothing(path);
    }

    private Person adasPhone() {
        return Person.at("patient").who(ada.patient());
    }

    private static String linkOf(Person who, String link) {
        return who.asks().post(API + link).then().statusCode(200).extract().path("path");
    }

    private static Response opened(String path) {
        return RestAssured.given().get(path);
    }

    private static void assertOpensNothing(String path) {
        opened(path).then().statusCode(404);
    }

    private static List<VEvent> events(String calendar) throws IOException, ParserException {
        var parsed = new CalendarBuilder().build(new StringReader(calendar));
        assertThat(parsed.validate().getEntries()).isEmpty();
        return parsed.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static String utc(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(moment.atOffset(ZoneOffset.UTC));
    }
}
