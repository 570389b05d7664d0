package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A BMLT server tells everything as text, counts days from Sunday = 1, and has formats of its own. */
class BmltRowTest {

    private static final FeedDefaults DEFAULTS = new FeedDefaults(ZoneId.of("America/Chicago"), null, false);

    private static final String FORMATS = """
            "formats": [
              {"key_string": "OP", "id": "4", "world_id": "OPEN", "root_server_uri": "https://one.example.org/main_server"},
              {"key_string": "X9", "id": "7", "world_id": "WCHR", "root_server_uri": "https://one.example.org/main_server"},
              {"key_string": "ES", "id": "9", "world_id": "LANG", "root_server_uri": "https://one.example.org/main_server"},
              {"key_string": "W", "id": "4", "world_id": "W", "root_server_uri": "https://two.example.org/main_server"},
              {"key_string": "QQ", "id": "5", "world_id": "", "root_server_uri": "https://one.example.org/main_server"}]
            """;

    @ParameterizedTest
    @CsvSource({"1,SUNDAY", "2,MONDAY", "7,SATURDAY"})
    void sundayIsOne(String weekday, DayOfWeek day) throws FeedFile.Unusable {
        assertThat(only(meeting("\"weekday_tinyint\": \"%s\"".formatted(weekday)))
                        .days())
                .containsExactly(day);
    }

    @Test
    void aFormatIsWhatItsServerSaysItIsInTheWorld() throws FeedFile.Unusable {
        var here = only(meeting("\"format_shared_id_list\": \"4,7,9,5,404\""));
        var there = only(meeting(
                "\"format_shared_id_list\": \"4\", \"root_server_uri\": \"https://TWO.example.org/main_server/\""));

        assertThat(here.types()).containsExactly("O", "X");
        assertThat(here.marks()).contains("lang:es", "IN_PERSON").doesNotContain("ONLINE");
        assertThat(there.types()).containsExactly("W");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "venue_type": "1" | IN_PERSON
            "venue_type": "2" | ONLINE
            "venue_type": "3" | IN_PERSON ONLINE
            "venue_type": ""  | IN_PERSON
            "venue_type": "", "virtual_meeting_link": "https://meet.example.org/1" | ONLINE
            """, quoteCharacter = '`')
    void whereItIsHeld(String said, String marks) throws FeedFile.Unusable {
        assertThat(only(meeting(said)).marks())
                .filteredOn(mark -> mark.matches("[A-Z_]{6,}"))
                .containsExactly(marks.split(" ", -1));
    }

    @Test
    void itEndsAfterItsDurationAndStandsInItsZoneOrItsFeeds() throws FeedFile.Unusable {
        var row = only(meeting("\"start_time\": \"23:30:00\", \"duration_time\": \"01:30:00\""));
        var elsewhere = only(meeting("\"time_zone\": \"Asia/Tehran\", \"lang_enum\": \"fa\""));

        assertThat(row.startsAt()).isEqualTo(LocalTime.of(23, 30));
        assertThat(row.endsAt()).isEqualTo(LocalTime.of(1, 0));
        assertThat(row.zone()).isEqualTo("America/Chicago");
        assertThat(elsewhere.zone()).isEqualTo("Asia/Tehran");
        assertThat(elsewhere.marks()).contains("lang:fa");
    }

    @Test
    void itIsKnownByItsServerAndItsIdThereWhateverItIsCalled() throws FeedFile.Unusable {
        var feed = read(List.of(
                meeting("\"id_bigint\": \"7\""),
                meeting("\"id_bigint\": \"7\", \"root_server_uri\": \"https://two.example.org/main_server\""),
                meeting("\"id_bigint\": \"8\"")));

        assertThat(feed.meetings())
                .extracting(MeetingFeed.Keyed::key)
                .containsExactly(
                        "one.example.org/main_server 7",
                        "two.example.org/main_server 7",
                        "one.example.org/main_server 8");
    }

    @Test
    void whatIsNotPublishedIsNoMeetingAndNoMistake() throws FeedFile.Unusable {
        var feed = read(List.of(meeting("\"published\": \"0\""), meeting("\"id_bigint\": \"8\"")));

        assertThat(feed.read()).isEqualTo(2);
        assertThat(feed.meetings()).hasSize(1);
        assertThat(feed.refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "weekday_tinyint": "0"       | its weekday_tinyint is not 1 (Sunday) to 7 (Saturday)
            "weekday_tinyint": "8"       | its weekday_tinyint is not 1 (Sunday) to 7 (Saturday)
            "start_time": ""             | it has no start_time
            "start_time": {"h": 7}       | its start_time is not HH:MM
            "duration_time": "an hour"   | its duration_time is not HH:MM:SS
            "venue_type": "4"            | its venue_type is neither 1, 2 nor 3
            "id_bigint": "seven"         | its id_bigint is no number
            "meeting_name": ""           | it has no meeting_name
            "meeting_name": ["A", "B"]   | its meeting_name is no text
            "latitude": "north"          | its latitude is no number
            """, quoteCharacter = '`')
    void aRowThatIsNoMeetingIsRefusedAndTheOthersAreRead(String wrong, String reason) throws FeedFile.Unusable {
        var feed = read(List.of(meeting(wrong), meeting("\"id_bigint\": \"8\"")));

        assertThat(feed.meetings()).hasSize(1);
        assertThat(feed.refused()).extracting(MeetingFeed.Refused::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>Too many requests</body></html>",
                "{\"error\": 1}",
                "\"text\"",
                "[{}",
                "{"
            })
    void whatIsNoAnswerOfAServerIsUnusable(String body) {
        assertThatThrownBy(() -> FeedFile.read(body.getBytes(StandardCharsets.UTF_8), FeedFormat.BMLT, DEFAULTS))
                .isInstanceOf(FeedFile.Unusable.class);
    }

    @Test
    void nobodysNamePhoneOrMailIsRead() throws FeedFile.Unusable {
        var row = only(meeting("\"email_contact\": \"nobody@example.org\", \"contact_name_1\": \"Nobody N.\","
                + " \"contact_phone_1\": \"+1 212 555 0199\", \"comments\": \"Ask Nobody N.\""));

        assertThat(row.toString()).doesNotContain("Nobody", "nobody@", "0199");
    }

    private static FeedRow only(String meeting) throws FeedFile.Unusable {
        var feed = read(List.of(meeting));
        assertThat(feed.refused()).isEmpty();
        return feed.meetings().getFirst().row();
    }

    private static MeetingFeed read(List<String> meetings) throws FeedFile.Unusable {
        var body = "{\"meetings\": [%s], %s}".formatted(String.join(",", meetings), FORMATS);
        return FeedFile.read(body.getBytes(StandardCharsets.UTF_8), FeedFormat.BMLT, DEFAULTS);
    }

    /** A meeting on Monday evening; of a field that is said twice, the last counts. */
    private static String meeting(String otherwise) {
        return """
                {"id_bigint": "7", "worldid_mixed": "", "service_body_bigint": "1", "weekday_tinyint": "2", "venue_type": "1",
                 "start_time": "19:00:00", "duration_time": "01:00:00", "time_zone": "", "formats": "OP", "lang_enum": "en",
                 "longitude": "-87.62", "latitude": "41.87", "published": "1",
                 "root_server_uri": "https://one.example.org/main_server", "format_shared_id_list": "4",
                 "meeting_name": "Lantern Street", "location_text": "Hall", "location_street": "12 Lantern Street", %s}
                """.formatted(otherwise);
    }
}
