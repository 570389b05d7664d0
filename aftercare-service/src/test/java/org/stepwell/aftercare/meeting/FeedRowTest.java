package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedRowTest {

    private static final FeedDefaults DEFAULTS = new FeedDefaults(ZoneId.of("America/New_York"), "en", false);

    private final MeetingFeed offSpec = feed("/meetings/off-spec-feed.json");
    private final Map<String, FeedRow> bySlug =
            offSpec.meetings().stream().collect(Collectors.toMap(MeetingFeed.Keyed::key, MeetingFeed.Keyed::row));

    @Test
    void sundayIsZeroAndMondayIsOne() {
        assertThat(row("sunday-as-zero").days()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(row("digits-as-text").days()).containsExactly(DayOfWeek.MONDAY);
    }

    @Test
    void oneRowMayMeetOnSeveralDays() {
        assertThat(row("array-of-days").days()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void aDayInWordsAndATimeWithSecondsAreTolerated() {
        assertThat(row("day-as-word").days()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(row("day-as-word").startsAt()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void withoutAnEndAMeetingLastsAnHourAlsoAcrossMidnight() {
        assertThat(row("sunday-as-zero").endsAt()).isEqualTo(LocalTime.of(11, 0));
        assertThat(row("across-midnight").endsAt()).isEqualTo(LocalTime.of(0, 30));
    }

    @Test
    void unknownTypesAreIgnored() {
        assertThat(row("unknown-types").types()).containsExactly("O");
    }

    @Test
    void withoutDayAndTimeItIsByAppointment() {
        assertThat(row("by-appointment").days()).isEmpty();
        assertThat(row("blank-day").startsAt()).isNull();
    }

    @Test
    void entitiesAndOddCharactersBecomePlainText() {
        assertThat(row("array-of-days").name()).isEqualTo("Saturday & Sunday ’til noon");
        assertThat(row("odd-characters").name()).isEqualTo("Line breaks and nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Caf&eacute; &lt;3        | Café <3
            &amp;amp;                | &amp;
            &#39;&#x27;&quot;        | ''"
            &nosuch; &#99999999; &;  | &nosuch; &#99999999; &;
            &#1114112;               | &#1114112;
            """, quoteCharacter = '`')
    void eachEntityIsDecodedOnce(String written, String read) {
        assertThat(FeedText.decoded(written)).isEqualTo(read);
    }

    @Test
    void whatCanNotBeOpenedSafelyIsLeftOut() {
        var row = row("address-in-parts");

        assertThat(row.conferenceUrl()).isNull();
        assertThat(row.zone()).isEqualTo("America/New_York");
        assertThat(row.address()).isEqualTo("1 Somewhere Street, Riverside, NY");
    }

    @Test
    void everyRefusedRowSaysWhereItIsAndWhy() {
        var reasons = new TreeMap<Integer, String>();
        offSpec.refused().forEach(row -> reasons.put(row.index(), row.reason()));

        assertThat(reasons)
                .containsExactly(
                        Map.entry(10, "it has no name"),
                        Map.entry(11, "it has no slug"),
                        Map.entry(12, "its day is neither 0 (Sunday) to 6 (Saturday) nor the name of a day"),
                        Map.entry(13, "its day is neither 0 (Sunday) to 6 (Saturday) nor the name of a day"),
                        Map.entry(14, "its time is no time of day"),
                        Map.entry(15, "its time is not HH:MM"),
                        Map.entry(16, "it has a day but no time"),
                        Map.entry(17, "it has a time but no day"),
                        Map.entry(18, "it stands in the feed before"),
                        Map.entry(19, "a meeting is an object"),
                        Map.entry(20, "a meeting is an object"),
                        Map.entry(21, "its name is no text"),
                        Map.entry(22, "its types are no list"),
                        Map.entry(23, "its latitude is no number"),
                        Map.entry(24, "its latitude and longitude are nowhere on the earth"),
                        Map.entry(25, "its location is no text"));
        assertThat(offSpec.read()).isEqualTo(27);
        assertThat(offSpec.unread()).contains("eighth-day");
    }

    @Test
    void whatAProgramWritesForNothingIsNothing() {
        var row = row("numbers-and-false");

        assertThat(row.address()).isEqualTo("5 Elm Street, 10001");
        assertThat(row.location()).isNull();
        assertThat(row.place()).isNull();
        assertThat(row.conferencePhone()).isEqualTo("+1 212 555 0150,,123#");
    }

    @Test
    void theDemoFeedIsWithoutFault() {
        var demo = feed("/meetings/demo-feed.json");

        assertThat(demo.refused()).isEmpty();
        assertThat(demo.meetings())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(one -> assertThat(one.row().conferenceUrl()).isNull());
    }

    private FeedRow row(String slug) {
        return Objects.requireNonNull(bySlug.get(slug), slug);
    }

    private static MeetingFeed feed(String resource) {
        try (var stream = FeedRowTest.class.getResourceAsStream(resource)) {
            return FeedFile.read(Objects.requireNonNull(stream).readAllBytes(), FeedFormat.MEETING_GUIDE, DEFAULTS);
        } catch (IOException | FeedFile.Unusable e) {
            throw new IllegalStateException(e);
        }
    }
}
