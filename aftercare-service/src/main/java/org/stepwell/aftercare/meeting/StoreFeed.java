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

/** Stores a feed as it is now: its meetings by key, each under the id it had, and those that are gone as inactive. */
@Singleton
class StoreFeed {

    /**
     * A slug that was of one meeting is of several now, or the other way round: the one that is still the same keeps its id under
     * the other key.
     */
    private static final String SAME_UNDER_ANOTHER_KEY = """
            update meeting m set key = row.key
            from unnest(?, ?, ?) as row(key, slug, fingerprint)
            where m.feed = ? and m.slug = row.slug and m.fingerprint = row.fingerprint and m.key <> row.key
                and not exists (select from meeting o where o.feed = m.feed and o.key = row.key)
            """;

    private static final String MEETINGS = """
            with stored as (
                insert into meeting as m (id, feed, key, slug, fingerprint, active, name, days, starts_at, ends_at, zone,
                    types, marks, location, address, latitude, longitude, conference_url, conference_phone)
                select id, ?, key, slug, fingerprint, true, name, days, starts_at::time, ends_at::time, zone,
                    string_to_array(types, ','), string_to_array(marks, ','), location, address,
                    latitude::double precision, longitude::double precision, conference_url, conference_phone
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as row(id, key, slug, fingerprint, name, days, starts_at, ends_at, zone, types, marks,
                        location, address, latitude, longitude, conference_url, conference_phone)
                on conflict (feed, key) do update
                set active = true, slug = excluded.slug, fingerprint = excluded.fingerprint, name = excluded.name,
                    days = excluded.days, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    zone = excluded.zone, types = excluded.types, marks = excluded.marks,
                    location = excluded.location, address = excluded.address, latitude = excluded.latitude,
                    longitude = excluded.longitude, conference_url = excluded.conference_url,
                    conference_phone = excluded.conference_phone
                where (m.active, m.name, m.days, m.starts_at, m.ends_at, m.zone, m.types, m.marks, m.location, m.address,
                        m.latitude, m.longitude, m.conference_url, m.conference_phone)
                    is distinct from (true, excluded.name, excluded.days, excluded.starts_at, excluded.ends_at,
                        excluded.zone, excluded.types, excluded.marks, excluded.location, excluded.address,
                        excluded.latitude, excluded.longitude, excluded.conference_url, excluded.conference_phone)
                returning xmax = 0 as added)
            select count(*) filter (where added) as added, count(*) filter (where not added) as changed from stored
            """;

    private static final String NOT_THERE = """
            where feed = ? and active
                and not exists (select from unnest(?) k where k = meeting.key)
                and not exists (select from unnest(?) s where s = meeting.slug)
            """;

    private static final String FORGET_DAYS = """
            delete from meeting_day d using meeting m
            where m.id = d.meeting_id and m.feed = ? and (not m.active or m.starts_at is null
                or d.day <> all (string_to_array(m.days, ','))
                or (d.starts_at, d.marks, d.latitude, d.longitude)
                    is distinct from (m.starts_at, m.marks, m.latitude, m.longitude))
            """;

    private static final String NOTE_DAYS = """
            insert into meeting_day (day, starts_at, meeting_id, marks, latitude, longitude)
            select day, starts_at, id, marks, latitude, longitude
            from meeting, unnest(string_to_array(days, ',')) as day
            where feed = ? and active and starts_at is not null
            on conflict do nothing
            """;

    private final Sql sql;

    StoreFeed(Sql sql) {
        this.sql = sql;
    }

    /** How many meetings were not there before, are otherwise now, and are gone. */
    record Stored(int added, int changed, int gone) {}

    /** How many meetings the feed has now, and how many of them it would lose. */
    record Loss(int active, int gone) {

        private static final int FEW = 20;

        /** More than half at once is more often a mistake of whoever sends it than the truth. */
        boolean suspicious() {
            return active >= FEW && gone * 2 > active;
        }
    }

    Loss loss(String slug, MeetingFeed feed) {
        int active = sql.one("select count(*) from meeting where feed = ? and active", row -> row.getInt(1), slug)
                .orElse(0);
        int gone = sql.one(
                        "select count(*) from meeting " + NOT_THERE,
                        row -> row.getInt(1),
                        slug,
                        keys(feed),
                        unread(feed))
                .orElse(0);
        return new Loss(active, gone);
    }

    /** Stores the meetings of a feed. */
    Stored store(String slug, MeetingFeed feed) {
        var rows = feed.meetings();
        var keys = keys(feed);
        var slugs = column(rows, FeedRow::slug);
        var fingerprints = column(rows, FeedRow::fingerprint);
        sql.update(SAME_UNDER_ANOTHER_KEY, keys, slugs, fingerprints, slug);
        var stored = sql.one(
                        MEETINGS,
                        row -> new Stored(row.getInt("added"), row.getInt("changed"), 0),
                        slug,
                        rows.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new),
                        keys,
                        slugs,
                        fingerprints,
                        column(rows, FeedRow::name),
                        column(rows, row -> row.days().stream().map(Enum::name).collect(Collectors.joining(","))),
                        column(rows, row -> text(row.startsAt())),
                        column(rows, row -> text(row.endsAt())),
                        column(rows, FeedRow::zone),
                        column(rows, row -> String.join(",", row.types())),
                        column(rows, row -> String.join(",", row.marks())),
                        column(rows, FeedRow::location),
                        column(rows, FeedRow::address),
                        column(rows, row -> degrees(row.place(), GeoPoint::latitude)),
                        column(rows, row -> degrees(row.place(), GeoPoint::longitude)),
                        column(rows, FeedRow::conferenceUrl),
                        column(rows, FeedRow::conferencePhone))
                .orElseThrow();
        int gone = sql.update("update meeting set active = false " + NOT_THERE, slug, keys, unread(feed));
        sql.update(FORGET_DAYS, slug);
        sql.update(NOTE_DAYS, slug);
        return new Stored(stored.added(), stored.changed(), gone);
    }

    private static String[] keys(MeetingFeed feed) {
        return feed.meetings().stream().map(MeetingFeed.Keyed::key).toArray(String[]::new);
    }

    private static String[] unread(MeetingFeed feed) {
        return feed.unread().toArray(String[]::new);
    }

    private static @Nullable String[] column(List<MeetingFeed.Keyed> rows, Function<FeedRow, @Nullable String> value) {
        return rows.stream().map(MeetingFeed.Keyed::row).map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String degrees(@Nullable GeoPoint place, Function<GeoPoint, Double> which) {
        return place == null ? null : which.apply(place).toString();
    }
}
