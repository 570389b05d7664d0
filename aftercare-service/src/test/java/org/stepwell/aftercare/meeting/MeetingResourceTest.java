package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
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
import org.junit.jupiter.params.provider.ValueSource;
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
                .get(API + "/meetings?day=MONDAY&secular=true")
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
    @ValueSource(strings = {"day=Monday", "day=7", "from=5pm", "to=24:00", "types=NOSUCH", "secular=yes", "limit=0"})
    void aSearchThatMakesNoSenseIsRefused(String query) {
        refused(READER.asks().get(API + "/meetings?" + query), 400, "invalid-request");
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
