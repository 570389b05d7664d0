package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.READER;
import static org.stepwell.aftercare.meeting.Feeds.feed;
import static org.stepwell.aftercare.meeting.Feeds.put;
import static org.stepwell.aftercare.meeting.Feeds.resource;
import static org.stepwell.aftercare.meeting.Feeds.times;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeetingResourceTest {

    @Test
    void aSearchFindsByDayTimeAndTypesInTheOrderOfTime() throws IOException {
        put("demo", resource("/meetings/demo-feed.json"));

        READER.asks()
                .get(API + "/meetings?day=MONDAY&from=17:00&to=21:00&limit=200")
                .then()
                .statusCode(200)
                .body("items.days", everyItem(hasItem("MONDAY")))
                .body("items.name", hasItem("Lantern Street Newcomers"));
        assertThat(times("day=MONDAY&limit=200")).isSorted().isNotEmpty();
        READER.asks()
                .get(API + "/meetings?day=MONDAY&types=O,BE")
                .then()
                .body("items.name", hasItem("Lantern Street Newcomers"))
                .body("items.types", everyItem(hasItem("BE")));
        READER.asks()
                .get(API + "/meetings?day=MONDAY&secular=true&from=06:00")
                .then()
                .body("items.name", contains("Reason and Recovery"))
                .body("items.secular", everyItem(is(true)));
    }

    @Test
    void withoutADayTheListGoesByTimeAndThoseByAppointmentComeLast() throws IOException {
        put("demo", resource("/meetings/demo-feed.json"));
        var all = new ArrayList<String>();
        var path = API + "/meetings?limit=7";
        for (var next = path; next != null; ) {
            var page = READER.asks().get(next).then().statusCode(200).extract();
            all.addAll(page.path("items.id"));
            String after = page.path("after");
            next = after == null ? null : path + "&after=" + after;
        }

        assertThat(all).doesNotHaveDuplicates();
        List<String> lastTimes = READER.asks()
                .get(API + "/meetings/" + all.getLast())
                .then()
                .extract()
                .path("days");
        assertThat(lastTimes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day=Monday                    | day
            day=7                         | day
            from=5pm                      | from
            to=24:00                      | to
            types=NOSUCH                  | types
            secular=yes                   | secular
            wheelchair=1                  | wheelchair
            held=MOON                     | held
            openTo=NOBODY                 | openTo
            language=Spanish              | language
            latitude=40.71                | longitude
            longitude=-74.01              | latitude
            latitude=91&longitude=0       | latitude
            latitude=0&longitude=181      | longitude
            latitude=40.7128&longitude=0  | latitude
            latitude=forty&longitude=0    | latitude
            latitude=1&longitude=1&kilometers=0    | kilometers
            latitude=1&longitude=1&kilometers=5000 | kilometers
            limit=0                       | limit
            """)
    void aSearchThatMakesNoSenseIsRefusedWhereItDoesNot(String query, String field) {
        refused(READER.asks().get(API + "/meetings?" + query), 400, "invalid-request")
                .body("errors.pointer", hasItem(field));
    }

    @Test
    void aPointFindsWhatIsNearTheNearestFirst() {
        put(
                "places",
                at("exactly", 1, "-33.46", "-70.64", "[\"O\"]")
                        + "," + at("a-walk", 1, "-33.45", "-70.65", "[\"A\", \"O\", \"X\"]")
                        + "," + at("a-ride", 2, "-33.40", "-70.50", "[\"C\", \"W\", \"L\"]")
                        + "," + at("another-town", 1, "-34.60", "-70.64", "[\"O\"]"));
        var near = "latitude=-33.46&longitude=-70.64";

        READER.asks()
                .get(API + "/meetings?" + near)
                .then()
                .statusCode(200)
                .body("items.name", contains("exactly", "a-walk", "a-ride"))
                .body("items[0].kilometers", is(0.0f))
                .body("items[1].kilometers", is(1.4f))
                .body("items[2].kilometers", is(14.6f));
        assertThat(names(near + "&kilometers=5")).containsExactly("exactly", "a-walk");
        assertThat(names(near + "&kilometers=200&day=MONDAY")).containsExactly("exactly", "a-walk", "another-town");
        assertThat(names(near + "&wheelchair=true&secular=true&openTo=EVERYBODY&day=MONDAY&from=04:00&to=05:00"))
                .containsExactly("a-walk");
        assertThat(names(near + "&women=true&lgbtq=true&openTo=MEMBERS")).containsExactly("a-ride");
        assertThat(names(near + "&men=true")).isEmpty();
        assertThat(names(near + "&held=ONLINE")).isEmpty();
        String first = READER.asks().get(API + "/meetings?limit=1&" + near).path("after");
        String second = READER.asks()
                .get(API + "/meetings?limit=1&" + near + "&after=" + first)
                .then()
                .body("items.name", contains("a-walk"))
                .extract()
                .path("after");
        READER.asks()
                .get(API + "/meetings?limit=1&" + near + "&after=" + second)
                .then()
                .body("items.name", contains("a-ride"))
                .body("after", nullValue());
    }

    private static String at(String slug, int day, String latitude, String longitude, String types) {
        return feed(slug, day, "04:50")
                .replace(
                        "}",
                        ", \"latitude\": %s, \"longitude\": \"%s\", \"types\": %s}"
                                .formatted(latitude, longitude, types));
    }

    private static List<String> names(String query) {
        return READER.asks()
                .get(API + "/meetings?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }

    @Test
    void meetingsArePublicSoAnotherClinicSeesTheSame() {
        put("shared", feed("everywhere", 6, "05:40"));
        var there = Person.of("patient", Person.HARBOR);

        there.asks()
                .get(API + "/meetings?day=SATURDAY&from=05:40&to=05:40")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].endsAt", equalTo("06:40:00"));
        refused(there.asks().get(API + "/meetings/019a0000-0000-7000-8000-00000000dead"), 404, "not-found");
    }
}
