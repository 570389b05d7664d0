package org.stepwell.aftercare.meeting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged.Busy;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody who works all day finds the evening; in their language first, and near where they ask. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeetingsThatFitTest {

    private static final String NEAR = "latitude=-12.05&longitude=-77.04&kilometers=20";

    private final Scene scene = Scene.somebodyInTreatment();

    /** Of this feed: other tests may have left some that are online. */
    private static final String NAMES = "items.findAll { it.meeting.feed == 'of-a-town' }.meeting.name";

    @BeforeEach
    void setUp() {
        put(
                "of-a-town",
                String.join(
                        ",",
                        List.of(
                                at("noon", "12:00", "-12.05", "-77.04", "[\"O\", \"S\"]"),
                                at("evening-near", "18:30", "-12.05", "-77.05", "[\"O\"]"),
                                at("evening-far", "18:30", "-12.10", "-77.10", "[\"O\", \"A\"]"),
                                at("evening-spanish", "19:00", "-12.12", "-77.12", "[\"O\", \"S\"]"),
                                at("another-town", "18:30", "-13.50", "-77.04", "[\"O\", \"S\"]"),
                                """
                                {"name": "evening-online", "slug": "evening-online", "day": [0, 1, 2, 3, 4, 5, 6],
                                 "time": "20:15", "timezone": "America/New_York", "types": ["S", "A"],
                                 "conference_url": "https://meetings.example.org/evening"}""")));
        Scene.say(new PatientChanged(
                scene.patient,
                "es",
                null,
                new PatientChanged.ContactRules(true, false, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                "sealed",
                Instant.EPOCH));
        worksFrom("06:00", "17:30");
    }

    @Test
    void theBestFitStandsFirst() {
        fitting(NEAR)
                .body("language", equalTo("es"))
                .body(NAMES, contains("evening-spanish", "evening-online", "evening-near", "evening-far"))
                .body(
                        "items.findAll { it.meeting.feed == 'of-a-town' }.ownLanguage",
                        contains(true, true, false, false))
                .body("items[0].times", not(List.of()))
                .body("items[0].times.from", everyItem(equalTo("19:00:00")))
                .body("items[0].meeting.kilometers", is(11.7f))
                .body("items[1].meeting.kilometers", nullValue());
    }

    @Test
    void whoeverAsksForSecularOnesIsShownNoOthers() {
        fitting(NEAR + "&secular=true").body(NAMES, contains("evening-online", "evening-far"));
    }

    @Test
    void withoutAPointThereAreMeetingsOnline() {
        fitting("limit=50").body(NAMES, hasItem("evening-online")).body("items.meeting.inPerson", everyItem(is(false)));
    }

    @Test
    void whenTheWeekChangesSoDoesWhatFits() {
        worksFrom("13:00", "22:30");

        await().untilAsserted(() -> fitting(NEAR).body(NAMES, contains("noon")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latitude=1",
                "longitude=1",
                "latitude=1.234&longitude=1",
                "kilometers=5",
                "secular=perhaps",
                "limit=0",
                "limit=51"
            })
    void whatMakesNoSenseIsRefused(String query) {
        refused(
                Scene.SUPERVISOR.asks().get(API + "/patients/" + scene.patient + "/meetings-that-fit?" + query),
                400,
                "invalid-request");
    }

    @Test
    void theWeekOfSomebodyIsForTheirTeamAndForThem() {
        var path = API + "/patients/" + scene.patient + "/meetings-that-fit";

        scene.thePatient().asks().get(path).then().statusCode(200);
        scene.theClinician().asks().get(path).then().statusCode(200);
        refused(Person.at("patient").asks().get(path), 404, "not-found");
        refused(Person.of("supervisor", Person.HARBOR).asks().get(path), 404, "not-found");
    }

    private ValidatableResponse fitting(String query) {
        return Scene.SUPERVISOR
                .asks()
                .get(API + "/patients/" + scene.patient + "/meetings-that-fit?" + query)
                .then()
                .statusCode(200);
    }

    private void worksFrom(String from, String to) {
        var busy = new ArrayList<Busy>();
        for (var day : DayOfWeek.values()) {
            busy.add(new Busy(
                    day,
                    LocalTime.parse(from),
                    LocalTime.parse(to),
                    Scene.today().minusYears(1),
                    null));
        }
        Scene.say(new AvailabilityChanged(scene.patient, busy, Scene.now()));
        await().untilAsserted(() -> fitting(NEAR)
                .body("language", equalTo("es"))
                .body(
                        "items.times.flatten().findAll { it.from >= '%s' && it.from < '%s' }".formatted(from, to),
                        equalTo(List.of())));
    }

    private static String at(String slug, String time, String latitude, String longitude, String types) {
        return """
                {"name": "%1$s", "slug": "%1$s", "day": [0, 1, 2, 3, 4, 5, 6], "time": "%2$s", "types": %5$s,
                 "timezone": "America/New_York", "latitude": %3$s, "longitude": %4$s, "address": "1 Street"}
                """.formatted(slug, time, latitude, longitude, types);
    }
}
