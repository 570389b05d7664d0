package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.Refusal;

/** Stores a feed as it is now: its meetings by slug, each under the id it had, and those that are gone as inactive. */
@Singleton
class StoreFeed {

    private static final String MEETINGS = """
            insert into meeting (id, feed, slug, active, name, days, starts_at, ends_at, zone, types,
                                 location, address, conference_url, conference_phone)
            select id, ?, slug, true, name, days, starts_at::time, ends_at::time, zone, string_to_array(types, ','),
                   location, address, conference_url, conference_phone
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 as row(id, slug, name, days, starts_at, ends_at, zone, types,
                        location, address, conference_url, conference_phone)
            on conflict (feed, slug) do update
            set active = true, name = excluded.name, days = excluded.days, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, zone = excluded.zone, types = excluded.types,
                location = excluded.location, address = excluded.address,
                conference_url = excluded.conference_url, conference_phone = excluded.conference_phone
            """;

    private static final String GONE =
            "update meeting set active = false where feed = ? and active and slug <> all (?)";

    private static final String FORGET_DAYS =
            "delete from meeting_day using meeting where meeting.id = meeting_day.meeting_id and meeting.feed = ?";

    private static final String NOTE_DAYS = """
            insert into meeting_day (day, starts_at, meeting_id)
            select day, starts_at, id from meeting, unnest(string_to_array(days, ',')) as day
            where feed = ? and active and starts_at is not null
            """;

    private final Sql sql;

    StoreFeed(Sql sql) {
        this.sql = sql;
    }

    /** Stores the meetings of a feed; answers how many became inactive. */
    int store(String slug, MeetingFeed feed) {
        if (feed.meetings().isEmpty()) {
            throw new Refusal(
                    MeetingRule.FEED_WITHOUT_MEETINGS,
                    "It has %d rows and no meeting. Is it a Meeting Guide feed?".formatted(feed.read()));
        }
        var rows = feed.meetings();
        sql.update(
                MEETINGS,
                slug,
                rows.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new),
                column(rows, FeedRow::slug),
                column(rows, FeedRow::name),
                column(rows, row -> row.days().stream().map(Enum::name).collect(Collectors.joining(","))),
                column(rows, row -> text(row.startsAt())),
                column(rows, row -> text(row.endsAt())),
                column(rows, FeedRow::zone),
                column(rows, row -> String.join(",", row.types())),
                column(rows, FeedRow::location),
                column(rows, FeedRow::address),
                column(rows, FeedRow::conferenceUrl),
                column(rows, FeedRow::conferencePhone));
        int gone = sql.update(GONE, slug, feed.slugs().toArray(String[]::new));
        sql.update(FORGET_DAYS, slug);
        sql.update(NOTE_DAYS, slug);
        return gone;
    }

    private static @Nullable String[] column(List<FeedRow> rows, Function<FeedRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
