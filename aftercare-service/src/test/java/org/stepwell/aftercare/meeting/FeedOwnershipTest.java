package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.meeting.Feeds.ADMIN;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.READER;
import static org.stepwell.aftercare.meeting.Feeds.feed;
import static org.stepwell.aftercare.meeting.Feeds.ids;
import static org.stepwell.aftercare.meeting.Feeds.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class FeedOwnershipTest {

    private static final Person THERE = Person.of("clinic-admin", Person.HARBOR);

    @Test
    void aFeedIsReplacedByTheVersionThatWasRead() {
        var first = put(ADMIN, "versions", feed("one", 1, "04:01"), null);
        first.then().statusCode(200).header("ETag", "\"0\"");

        refused(put(ADMIN, "versions", feed("two", 1, "04:02"), null), 428, "version-required");
        refused(put(ADMIN, "versions", feed("two", 1, "04:02"), "\"7\""), 412, "stale-version");
        assertThat(ids("day=MONDAY&from=04:02&to=04:02")).isEmpty();
        put(ADMIN, "versions", feed("two", 1, "04:02"), first.header("ETag"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        refused(put(ADMIN, "versions", feed("three", 1, "04:03"), first.header("ETag")), 412, "stale-version");
        READER.asks()
                .get(API + "/meeting-feeds/versions")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("versions"))
                .body("ours", is(true));
    }

    @Test
    void aStarStandsForWhateverIsThereAlsoForNothing() {
        put(ADMIN, "star", feed("star", 1, "04:10"), "*").then().statusCode(200).header("ETag", "\"0\"");
        put(ADMIN, "star", feed("star", 1, "04:10"), "*").then().statusCode(200).header("ETag", "\"1\"");

        refused(put(ADMIN, "not-yet", feed("star", 1, "04:10"), "\"0\""), 412, "stale-version");
        refused(READER.asks().get(API + "/meeting-feeds/not-yet"), 404, "not-found");
    }

    @Test
    void anotherClinicFindsTheMeetingsButDoesNotReplaceThem() {
        put(ADMIN, "ours", feed("ours", 2, "04:20"), null).then().statusCode(200);
        var before = ids("day=TUESDAY&from=04:20&to=04:20");

        for (var condition : new String[] {null, "*", "\"0\"", "\"9\""}) {
            refused(put(THERE, "ours", feed("theirs", 2, "04:20"), condition), 409, "feed-of-another-clinic")
                    .body("detail", containsString("Choose another slug."));
        }

        THERE.asks()
                .get(API + "/meetings?day=TUESDAY&from=04:20&to=04:20")
                .then()
                .body("items.id", equalTo(before));
        THERE.asks()
                .get(API + "/meeting-feeds/ours")
                .then()
                .header("ETag", "\"0\"")
                .body("ours", is(false));
        put(THERE, "theirs", feed("theirs", 2, "04:21"), null).then().statusCode(200);
        assertThat(ids("day=TUESDAY&from=04:21&to=04:21")).hasSize(1);
    }

    @Test
    void ofManyFirstLoadsOneMakesTheFeed() throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Integer> load =
                    () -> put(ADMIN, "race", feed("race", 3, "04:30"), null).statusCode();
            for (var one : threads.invokeAll(Collections.nCopies(6, load))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 428);
    }

    @Test
    void aFeedThatIsRefusedIsNobodys() {
        refused(put(ADMIN, "nobodys", "1", null), 409, "feed-without-meetings");

        for (var person : List.of(ADMIN, THERE)) {
            refused(person.asks().get(API + "/meeting-feeds/nobodys"), 404, "not-found");
        }
        put(THERE, "nobodys", feed("nobodys", 4, "04:40"), null).then().statusCode(200);
    }
}
