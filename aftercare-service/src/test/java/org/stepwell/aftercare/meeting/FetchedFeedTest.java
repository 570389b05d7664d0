package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.meeting.Feeds.ADMIN;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.READER;
import static org.stepwell.aftercare.meeting.Feeds.feed;
import static org.stepwell.aftercare.meeting.Feeds.ids;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A feed is fetched by itself; whatever comes, people go on finding meetings, and somebody can see what came. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(FeedServerPort.class)
class FetchedFeedTest {

    private static final String PAGE = "<!doctype html><html><body>Too many requests</body></html>";

    private FeedServer server;

    @BeforeEach
    void publish() throws IOException {
        server = FeedServerPort.open();
    }

    /** Other tests are not to fetch from a server that is gone. */
    @AfterEach
    void close() {
        List<String> feeds = READER.asks().get(API + "/meeting-feeds").path("findAll { it.fetched }.feed");
        feeds.forEach(feed -> settled(feed, null).then().statusCode(200));
        server.close();
    }

    @Test
    void aFeedWithAnAddressIsFetchedAtOnceAndEachDayAfter() {
        settled("daily", server.publishes("/daily", list(feed("dawn", 1, "03:01")), "\"1\""))
                .then()
                .statusCode(200)
                .body("everyHours", is(24));
        outcomes("daily", "STORED");
        READER.asks()
                .get(API + "/meetings?day=MONDAY&from=03:01&to=03:01")
                .then()
                .body("items.name", contains("dawn"))
                .body("items.zone", contains("America/Chicago"))
                .body("items.languages", contains(List.of("es")));

        anotherDay();
        outcomes("daily", "UNCHANGED", "STORED");

        server.publishes("/daily", list(feed("dawn", 1, "03:01"), feed("dusk", 1, "03:02")), "\"2\"");
        anotherDay();
        outcomes("daily", "STORED", "UNCHANGED", "STORED");
        imports("daily")
                .then()
                .body("items[0].read", is(2))
                .body("items[0].added", is(1))
                .body("items[0].changed", is(0))
                .body("items[0].gone", is(0));
    }

    @Test
    void aFeedThatBreaksKeepsYesterdaysListAndIsLookedAtAfterThreeDays() {
        settled("breaks", server.publishes("/breaks", list(feed("stays", 2, "03:10")), null));
        outcomes("breaks", "STORED");
        var before = ids("day=TUESDAY&from=03:10&to=03:10");

        server.publishes("/breaks", PAGE, null);
        anotherDay();
        imports("breaks")
                .then()
                .body("items[0].outcome", equalTo("REFUSED"))
                .body(
                        "items[0].because",
                        equalTo("it is a web page (HTML) or XML, and no JSON; look whether the address is the feed's"));
        server.answers("/breaks", 503, null);
        anotherDay();
        assertThat(tasks("meeting-feed-failing", "breaks")).isZero();
        server.publishes("/breaks", "[{\"slug\": \"stays\"}]", null);
        anotherDay();

        outcomes("breaks", "REFUSED", "REFUSED", "REFUSED", "STORED");
        imports("breaks")
                .then()
                .body("items[0].because", equalTo("it has 1 rows and no meeting"))
                .body("items[0].refused[0].reason", equalTo("it has no name"))
                .body("items[1].because", equalTo("the server answers 503"));
        assertThat(ids("day=TUESDAY&from=03:10&to=03:10")).isEqualTo(before).hasSize(1);
        assertThat(tasks("meeting-feed-failing", "breaks")).isEqualTo(1);

        server.publishes("/breaks", list(feed("stays", 2, "03:10")), null);
        anotherDay();
        assertThat(tasks("meeting-feed-failing", "breaks")).isZero();
    }

    @Test
    void aFeedThatLosesMostOfItsMeetingsIsHeldUntilSomebodySaysThatTheyAreGone() {
        settled("shrinks", server.publishes("/shrinks", many(40), "\"40\""));
        outcomes("shrinks", "STORED");

        server.publishes("/shrinks", many(10), "\"10\"");
        anotherDay();
        outcomes("shrinks", "HELD", "STORED");
        imports("shrinks").then().body("items[0].because", equalTo("30 of 40 meetings would be gone"));
        assertThat(ids("day=WEDNESDAY&from=03:20&to=03:20&limit=200")).hasSize(40);
        assertThat(tasks("meeting-feed-shrank", "shrinks")).isEqualTo(1);

        refused(Feeds.put("shrinks", many(10)), 409, "feed-shrank");
        ADMIN.asks()
                .body("{\"fewer\": true}")
                .post(API + "/meeting-feeds/shrinks/fetches")
                .then()
                .statusCode(200);
        outcomes("shrinks", "STORED", "HELD", "STORED");
        assertThat(ids("day=WEDNESDAY&from=03:20&to=03:20&limit=200")).hasSize(10);
        assertThat(tasks("meeting-feed-shrank", "shrinks")).isZero();
    }

    @Test
    void whoSendsUsIntoOurOwnNetworkIsNotFollowed() {
        settled("inside", server.answers("/inside", 302, "https://127.0.0.1:9104/q/metrics"));

        outcomes("inside", "REFUSED");
        imports("inside")
                .then()
                .body(
                        "items[0].because",
                        equalTo("nothing is fetched from its address: its host is not on the public internet"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url        | http://meetings.example.org/feed.json    | /url
            url        | https://somebody@meetings.example.org/         | /url
            url        | feed.json                                | /url
            everyHours | 0                                        | /everyHours
            everyHours | 169                                      | /everyHours
            zone       | Mars/Olympus                             | /zone
            zone       | EST5                                     | /zone
            language   | Spanish                                  | /language
            name       |                                          | /name
            format     |                                          | /format
            """)
    void settingsThatCanNotBeUsedAreRefusedWhereTheyStand(String field, @Nullable String value, String pointer) {
        var settings = settings("https://meetings.example.org/feed.json");
        if (value == null) {
            settings.remove(field);
        } else {
            settings.put(field, field.equals("everyHours") ? Integer.valueOf(value) : value);
        }

        refused(
                        ADMIN.asks().header("If-Match", "*").body(settings).put(API + "/meeting-feeds/wrong/settings"),
                        400,
                        "invalid-request")
                .body("errors.pointer", contains(pointer));
        refused(READER.asks().get(API + "/meeting-feeds/wrong"), 404, "not-found");
    }

    @Test
    void aBmltAddressAsksForTheFormatsToo() {
        var settings = settings("https://bmlt.example.org/main/client_interface/json/?switcher=GetSearchResults");
        settings.put("format", "BMLT");

        refused(
                        ADMIN.asks().header("If-Match", "*").body(settings).put(API + "/meeting-feeds/wrong/settings"),
                        400,
                        "invalid-request")
                .body("errors.pointer", contains("/url"));
    }

    @Test
    void theAddressAndTheReportsAreItsAdministratorsAlone() {
        settled("private", server.publishes("/private", list(feed("here", 4, "03:30")), null));
        outcomes("private", "STORED");
        var there = Person.of("clinic-admin", Person.HARBOR);

        for (var path : List.of("settings", "imports")) {
            refused(there.asks().get(API + "/meeting-feeds/private/" + path), 409, "feed-of-another-clinic");
            refused(Person.at("clinician").asks().get(API + "/meeting-feeds/private/" + path), 403, "not-allowed");
        }
        refused(
                there.asks().body("{\"fewer\": false}").post(API + "/meeting-feeds/private/fetches"),
                409,
                "feed-of-another-clinic");
        assertThat(READER.asks().get(API + "/meeting-feeds/private").asString()).doesNotContain(server.origin());
    }

    @Test
    void aFeedWithoutAnAddressIsNotFetched() {
        Feeds.put("brought", feed("by-hand", 5, "03:40"));

        refused(
                ADMIN.asks().body("{\"fewer\": false}").post(API + "/meeting-feeds/brought/fetches"),
                409,
                "feed-without-address");
        imports("brought").then().body("items.cause", contains("UPLOAD"));
    }

    /** The feed is fetched once a day; where nobody did for a month, it is fetched once. */
    @Test
    void whatNobodyFetchedForAMonthIsFetchedOnce() {
        settled("rare", server.publishes("/rare", list(feed("rare", 6, "03:50")), "\"1\""));
        outcomes("rare", "STORED");

        Scene.itIs(Scene.now().plus(Duration.ofDays(30)));

        outcomes("rare", "UNCHANGED", "STORED");
    }

    private static void anotherDay() {
        Scene.itIs(Scene.now().plus(Duration.ofHours(25)));
    }

    private static Map<String, Object> settings(@Nullable String url) {
        var settings = new HashMap<String, Object>(Map.of(
                "name",
                "Meetings of a town",
                "format",
                "MEETING_GUIDE",
                "zone",
                "America/Chicago",
                "language",
                "es",
                "secular",
                false));
        if (url != null) {
            settings.put("url", url);
        }
        return settings;
    }

    private static Response settled(String feed, @Nullable String url) {
        return ADMIN.asks()
                .header("If-Match", "*")
                .body(settings(url))
                .put(API + "/meeting-feeds/" + feed + "/settings");
    }

    private static Response imports(String feed) {
        return ADMIN.asks().get(API + "/meeting-feeds/" + feed + "/imports");
    }

    /** What became of it each time, the newest first. */
    private static void outcomes(String feed, String... outcomes) {
        await("imports of " + feed)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> imports(feed).then().statusCode(200).body("items.outcome", contains(outcomes)));
    }

    /** How many open ones of a kind there are about a feed. */
    private static int tasks(String kind, String feed) {
        String id = READER.asks().get(API + "/meeting-feeds/" + feed).path("id");
        return ADMIN.asks()
                .get(API + "/tasks?kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("items.count { it.subject == '%s' }".formatted(id));
    }

    private static String list(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private static String many(int meetings) {
        return IntStream.range(0, meetings)
                .mapToObj(n -> feed("of-many-" + n, 3, "03:20"))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
