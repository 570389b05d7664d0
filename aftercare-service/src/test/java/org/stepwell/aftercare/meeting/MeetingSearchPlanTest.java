package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** Explains the searches over 50 000 meetings, in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeetingSearchPlanTest {

    private static final String MANY = """
            insert into meeting_feed (slug, id, owner_clinic, name, format, zone, secular)
            values ('many', gen_random_uuid(), gen_random_uuid(), 'many', 'MEETING_GUIDE', 'America/New_York', false);
            insert into meeting (id, feed, key, slug, fingerprint, active, name, days, starts_at, ends_at, zone, types, marks,
                latitude, longitude)
            select gen_random_uuid(), 'many', 'm' || n, 'm' || n, '', true, 'Meeting ' || n,
                   (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[n % 7 + 1],
                   '06:00'::time + (n % 64) * interval '15 minutes', '12:00', 'America/New_York', '{}',
                   case when n % 10 = 0 then '{BE,IN_PERSON,O,lang:en}' when n % 97 = 0 then '{A,ONLINE,lang:es}'
                        else '{C,IN_PERSON,lang:en}' end::text[],
                   30 + n % 211 / 13.0, -120 + n % 503 / 9.0
            from generate_series(1, 50000) as n;
            insert into meeting_day select days, starts_at, id, marks, latitude, longitude from meeting where feed = 'many';
            analyze meeting; analyze meeting_day;
            """;

    private static final MeetingSearch.Near NEAR = new MeetingSearch.Near(new GeoPoint(40.71, -74.01), 25);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final LocalTime NINE = LocalTime.of(21, 0);

    @Test
    void aSearchOverFiftyThousandMeetingsReadsIndexes() throws SQLException, IOException {
        try (var connection = StepwellTestResource.superuser()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(MANY);
                statement.execute("set local role \""
                        + ConfigProvider.getConfig().getValue("stepwell.database.user", String.class) + "\"");
            }

            for (var search : new MeetingSearch[] {
                new MeetingSearch(DayOfWeek.MONDAY, FIVE, NINE, Set.of(), null, null, 51),
                new MeetingSearch(DayOfWeek.MONDAY, null, null, Set.of("O", "BE"), null, UUID.randomUUID(), 51),
                new MeetingSearch(DayOfWeek.MONDAY, FIVE, NINE, Set.of("A"), null, null, 51),
                new MeetingSearch(DayOfWeek.MONDAY, FIVE, NINE, Set.of("O"), NEAR, null, 51),
                new MeetingSearch(null, FIVE, null, Set.of(), null, null, 51),
                new MeetingSearch(null, null, null, Set.of("O"), null, null, 51),
                new MeetingSearch(null, null, null, Set.of("A", "lang:es"), null, null, 51),
                new MeetingSearch(null, null, null, Set.of("O"), NEAR, UUID.randomUUID(), 51)
            }) {
                assertThat(explained(connection, search))
                        .as(search.statement())
                        .contains("Index")
                        .doesNotContain("Seq Scan");
            }
            connection.rollback();
        }
    }

    private static String explained(Connection connection, MeetingSearch search) throws SQLException {
        try (var statement = connection.prepareStatement("explain " + search.statement())) {
            int place = 1;
            for (@Nullable Object value : search.values()) {
                statement.setObject(
                        place++, value instanceof String[] array ? connection.createArrayOf("text", array) : value);
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }
}
