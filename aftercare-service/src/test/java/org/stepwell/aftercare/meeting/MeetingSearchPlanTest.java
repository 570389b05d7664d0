package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
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
            insert into meeting_feed (slug, owner_clinic, name, loaded_at)
            values ('many', gen_random_uuid(), 'many', now());
            insert into meeting (id, feed, slug, active, name, days, starts_at, ends_at, types)
            select gen_random_uuid(), 'many', 'm' || n, true, 'Meeting ' || n,
                   (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[n % 7 + 1],
                   '06:00'::time + (n % 64) * interval '15 minutes', '12:00',
                   case when n % 10 = 0 then '{O,BE}' when n % 97 = 0 then '{A}' else '{C}' end::text[]
            from generate_series(1, 50000) as n;
            insert into meeting_day select days, starts_at, id from meeting where feed = 'many';
            analyze meeting; analyze meeting_day;
            """;

    @Test
    void aSearchOverFiftyThousandMeetingsReadsIndexes() throws SQLException {
        try (var connection = asOwner()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(MANY);
            }

            for (var search : new MeetingSearch[] {
                new MeetingSearch(DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(21, 0), Set.of(), null, 51),
                new MeetingSearch(DayOfWeek.MONDAY, null, null, Set.of("O", "BE"), UUID.randomUUID(), 51),
                new MeetingSearch(DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(21, 0), Set.of("A"), null, 51),
                new MeetingSearch(null, LocalTime.of(17, 0), null, Set.of(), null, 51),
                new MeetingSearch(null, null, null, Set.of("O"), null, 51)
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

    private static Connection asOwner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("stepwell.database.url", String.class),
                config.getValue("stepwell.database.owner", String.class),
                config.getValue("stepwell.database.owner.password", String.class));
    }
}
