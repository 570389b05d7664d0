package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.meeting.Feeds.ADMIN;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.READER;
import static org.stepwell.aftercare.meeting.Feeds.feed;
import static org.stepwell.aftercare.meeting.Feeds.ids;
import static org.stepwell.aftercare.meeting.Feeds.put;
import static org.stepwell.aftercare.meeting.Feeds.resource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeetingFeedResourceTest {

    @Test
    void theDemoFeedIsStoredOnceHoweverOftenItComes() throws IOException {
        var demo = resource("/meetings/demo-feed.json");

        put("demo", demo).then().statusCode(200).body("read", equalTo(41)).body("stored", equalTo(41));
        var first = ids("day=MONDAY&types=BE");
        put("demo", demo)
                .then()
                .statusCode(200)
                .body("gone", equalTo(0))
                .body("changed", equalTo(0))
                .body("added", equalTo(0))
                .body("refused", hasSize(0));

        assertThat(ids("day=MONDAY&types=BE")).isEqualTo(first).isNotEmpty();
    }

    @Test
    void aReportSaysWhatWasRefusedAndWhy() throws IOException {
        put("off-spec", resource("/meetings/off-spec-feed.json"))
                .then()
                .statusCode(200)
                .body("feed", equalTo("off-spec"))
                .body("read", equalTo(27))
                .body("stored", equalTo(11))
                .body("refusedCount", equalTo(16))
                .body("refused[0].index", equalTo(10))
                .body("refused[0].slug", equalTo("no-name"))
                .body("refused[0].reason", equalTo("it has no name"));
    }

    @Test
    void aMeetingTheFeedNoLongerHasBecomesInactiveAndComesBackUnderItsId() {
        put("tides", feed("low", 2, "05:01") + "," + feed("high", 2, "05:02"));
        var high = ids("day=TUESDAY&from=05:02&to=05:02").getFirst();

        put("tides", feed("low", 2, "05:01")).then().body("gone", equalTo(1));
        assertThat(ids("day=TUESDAY&from=05:01&to=05:02")).hasSize(1).doesNotContain(high);
        READER.asks().get(API + "/meetings/" + high).then().statusCode(200).body("active", is(false));

        put("tides", feed("high", 3, "05:03")).then().body("gone", equalTo(1));
        assertThat(ids("day=WEDNESDAY&from=05:03&to=05:03")).containsExactly(high);
    }

    @Test
    void aRowThatCanNotBeReadLeavesItsMeetingAsItWas() {
        put("careful", feed("kept", 4, "05:10") + "," + feed("other", 4, "05:11"));
        var before = ids("day=THURSDAY&from=05:10&to=05:10");

        put("careful", feed("other", 4, "05:11") + ",{\"slug\": \"kept\", \"day\": 9, \"time\": \"05:10\"}")
                .then()
                .body("gone", equalTo(0))
                .body("refusedCount", equalTo(1));

        assertThat(ids("day=THURSDAY&from=05:10&to=05:10")).isEqualTo(before);
    }

    @Test
    void aFeedInWhichNothingCanBeReadChangesNothing() {
        put("empty", feed("stays", 5, "05:20"));

        refused(put("empty", ""), 409, "feed-without-meetings");
        refused(put("empty", "1, null, {\"slug\": \"stays\"}"), 409, "feed-without-meetings");

        assertThat(ids("day=FRIDAY&from=05:20&to=05:20")).hasSize(1);
    }

    @Test
    void aSlugOfSeveralMeetingsIsOfEachOfThem() {
        var night = feed("same-slug", 5, "05:25").replace("\"name\": \"same-slug\"", "\"name\": \"Night\"");
        put("twins", feed("same-slug", 5, "05:24"));
        var first = ids("day=FRIDAY&from=05:24&to=05:24");

        put("twins", night + "," + feed("same-slug", 5, "05:24") + "," + night)
                .then()
                .body("stored", equalTo(2))
                .body("added", equalTo(1))
                .body("gone", equalTo(0))
                .body("refused[0].reason", equalTo("it stands in the feed before"));
        assertThat(ids("day=FRIDAY&from=05:24&to=05:24")).isEqualTo(first).hasSize(1);
        assertThat(ids("day=FRIDAY&from=05:25&to=05:25")).hasSize(1);

        put("twins", feed("same-slug", 5, "05:24"))
                .then()
                .body("gone", equalTo(1))
                .body("added", equalTo(0));
        assertThat(ids("day=FRIDAY&from=05:24&to=05:24")).isEqualTo(first);
        assertThat(ids("day=FRIDAY&from=05:25&to=05:25")).isEmpty();
    }

    @Test
    void whatABmltServerAnswersIsAFeedToo() {
        ADMIN.asks()
                .header("If-Match", "*")
                .body("""
                        {"meetings": [{"id_bigint": "7", "weekday_tinyint": "1", "venue_type": "2", "start_time": "05:26:00",
                          "duration_time": "01:00:00", "published": "1", "root_server_uri": "https://bmlt.example.org/main",
                          "format_shared_id_list": "3", "meeting_name": "Sunday Room", "lang_enum": "es",
                          "virtual_meeting_link": "https://meet.example.org/7"}],
                         "formats": [{"id": "3", "key_string": "OFFEN", "world_id": "OPEN",
                          "root_server_uri": "https://bmlt.example.org/main"}]}
                        """)
                .put(API + "/meeting-feeds/bmlt?format=BMLT")
                .then()
                .statusCode(200)
                .body("stored", equalTo(1));

        READER.asks()
                .get(API + "/meetings?day=SUNDAY&from=05:26&to=05:26&openTo=EVERYBODY&held=ONLINE&language=es")
                .then()
                .body("items", hasSize(1))
                .body("items[0].online", is(true))
                .body("items[0].inPerson", is(false))
                .body("items[0].endsAt", equalTo("06:26:00"));
    }

    @Test
    void whomToContactIsKeptNowhere() throws SQLException, IOException {
        var people = """
                , "contact_1_name": "Zwijnaardeling Verhaege", "contact_1_email": "zwijnaardeling.verhaege@example.org",
                "contact_1_phone": "+1 212 555 0177", "contact_2_name": "Oriel Zwijnaardeling",
                "contact_2_email": "oriel@zwijnaardeling.example", "contact_2_phone": "2125550177",
                "contact_3_name": "Zwijnaardeling", "contact_3_email": "third@zwijnaardeling.example", "contact_3_phone": "212-555-0177",
                "email": "group@zwijnaardeling.example", "phone": "(212) 555-0177", "notes": "Ask Zwijnaardeling, 212 555 0177.",
                "group": "Friends of Zwijnaardeling", "group_notes": "Zwijnaardeling has the key.", "last_contact": "Zwijnaardeling",
                "feedback_emails": ["feedback@zwijnaardeling.example"], "entity_email": "entity@zwijnaardeling.example",
                "entity_phone": "212.555.0177"}""";
        var kept = feed("with-people", 6, "05:45").replace("}", people);
        var refused = "{\"slug\": \"no-name-with-people\", \"day\": 6, \"time\": \"05:45\"}".replace("}", people);

        put("people", kept + "," + refused)
                .then()
                .statusCode(200)
                .body("stored", equalTo(1))
                .body("refusedCount", equalTo(1));

        assertThat(rowsWith("with-people")).isNotEmpty(); // the search finds what is there
        // a name that no other test writes, and too long to stand in a sealed text by chance, as five letters once did
        assertThat(rowsWith("zwijnaardeling|212.{1,2}555.0177|2125550177")).isEmpty();
    }

    /** All tables in which a row says something like this, whoever's row it is. */
    private static List<String> rowsWith(String pattern) throws SQLException, IOException {
        var found = new ArrayList<String>();
        try (var superuser = StepwellTestResource.superuser();
                var statement = superuser.createStatement()) {
            var tables = new ArrayList<String>();
            try (var named = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'platform')
                    """)) {
                while (named.next()) {
                    tables.add(named.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery(
                        "select 1 from %s as row where row::text ~* '%s' limit 1".formatted(table, pattern))) {
                    if (rows.next()) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "no array"} | unreadable-body
            [{"name": "cut off"  | unreadable-body
            null                 | unreadable-body
            7                    | unreadable-body
            <!doctype html><p>   | unreadable-body
            [] []                | unreadable-body
            """)
    void aBodyThatIsNoFeedIsRefused(String body, String slug) {
        refused(ADMIN.asks().header("If-Match", "*").body(body).put(API + "/meeting-feeds/demo"), 400, slug);
    }

    @Test
    void onlyAnAdministratorBringsAFeedUnderAPlainName() {
        var feed = "[" + feed("one", 1, "05:30") + "]";

        for (var role : List.of("patient", "clinician", "supervisor", "intake")) {
            refused(Person.at(role).asks().body(feed).put(API + "/meeting-feeds/mine"), 403, "not-allowed");
        }
        refused(ADMIN.asks().body(feed).put(API + "/meeting-feeds/Not%20Plain"), 400, "invalid-request");
        refused(
                ADMIN.asks().urlEncodingEnabled(false).body(feed).put(API + "/meeting-feeds/demo?name=%00"),
                400,
                "invalid-request");
    }

    @Test
    void aReportShowsAHundredRefusedRowsAndCountsAll() {
        put("long", feed("only", 0, "05:50") + ",1".repeat(5_000))
                .then()
                .statusCode(200)
                .body("refusedCount", equalTo(5_000))
                .body("refused.size()", lessThanOrEqualTo(100));
    }
}
