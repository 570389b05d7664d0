package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The feeds of the deployment, and whose they are. */
@Singleton
class LoadedFeeds {

    private static final String ANY = "*";

    private final Sql sql;
    private final ClinicDirectory clinics;

    LoadedFeeds(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    Optional<LoadedFeed> find(String slug) {
        return sql.one("select * from meeting_feed where slug = ?", LoadedFeeds::read, slug);
    }

    Optional<LoadedFeed> find(FeedId id) {
        return sql.one("select * from meeting_feed where id = ?", LoadedFeeds::read, id.value());
    }

    /** The same, which nobody else changes until the transaction ends. */
    Optional<LoadedFeed> locked(FeedId id) {
        return sql.one("select * from meeting_feed where id = ? for update", LoadedFeeds::read, id.value());
    }

    /** The feeds of the deployment in the order of their slugs; there are few. */
    List<LoadedFeed> all() {
        return sql.list("select * from meeting_feed order by slug limit 200", LoadedFeeds::read);
    }

    /**
     * Takes the feed for the clinic at hand, which is about to change it, and makes it where there is none. Its row lets one wait
     * for another, also where both are the first.
     */
    LoadedFeed taken(String slug, FeedFormat format, @Nullable IfMatch condition) {
        var clinic = ClinicContext.clinic();
        var zone = clinics.find().map(ClinicDirectory.Profile::zone).orElse(ZoneOffset.UTC);
        int created = sql.update("""
                insert into meeting_feed (slug, id, owner_clinic, name, format, zone, secular)
                values (?, ?, ?, ?, ?, ?, false) on conflict (slug) do nothing
                """, slug, Uuid7.next(), clinic.value(), slug, format.name(), zone.getId());
        var found = sql.one("select * from meeting_feed where slug = ? for update", LoadedFeeds::read, slug)
                .orElseThrow();
        if (created == 1) {
            mustExpectNothing(slug, condition);
            return found;
        }
        found.mustBeReplaceable(clinic, condition);
        sql.update("update meeting_feed set version = version + 1 where slug = ?", slug);
        return find(slug).orElseThrow();
    }

    /** What somebody says about a feed that they bring. */
    void named(String slug, @Nullable String name, @Nullable String source, @Nullable FeedFormat format) {
        sql.update("""
                update meeting_feed set name = coalesce(?, name), source = coalesce(?, source), format = coalesce(?, format)
                where slug = ?
                """, name, source, format == null ? null : format.name(), slug);
    }

    /** How it is read and fetched from now on; what was fetched under other settings is fetched again. */
    void settle(
            String slug,
            String name,
            FeedFormat format,
            FeedDefaults defaults,
            LoadedFeed.@Nullable Schedule schedule) {
        sql.update(
                """
                update meeting_feed set name = ?, format = ?, zone = ?, language = ?, secular = ?, url = ?, every_hours = ?,
                    etag = null, last_modified = null, failures = 0, fewer_expected = false
                where slug = ?
                """,
                name,
                format.name(),
                defaults.zone().getId(),
                defaults.language(),
                defaults.secular(),
                schedule == null ? null : schedule.url(),
                schedule == null ? null : schedule.everyHours(),
                slug);
    }

    /** Many of its meetings are really gone. */
    void expectFewer(String slug) {
        sql.update("update meeting_feed set fewer_expected = true where slug = ?", slug);
    }

    /** Its meetings are as it has them; the next fetch asks for what is newer than this. */
    void loaded(String slug, @Nullable String etag, @Nullable String lastModified, Instant now) {
        sql.update("""
                update meeting_feed set failures = 0, fewer_expected = false, etag = ?, last_modified = ?, loaded_at = ?
                where slug = ?
                """, etag, lastModified, now, slug);
    }

    /** Nothing could be taken. */
    void failed(String slug) {
        sql.update("update meeting_feed set failures = failures + 1 where slug = ?", slug);
    }

    private static void mustExpectNothing(String slug, @Nullable IfMatch condition) {
        if (condition != null && !condition.tag().equals(ANY)) {
            throw new Refusal(
                    HttpRule.STALE_VERSION,
                    "There is no feed %s yet (yours %s). Leave If-Match out, or send *."
                            .formatted(slug, condition.tag()));
        }
    }

    private static LoadedFeed read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime loadedAt = row.getObject("loaded_at", OffsetDateTime.class);
        @Nullable String url = row.getString("url");
        return new LoadedFeed(
                new FeedId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getInt("version"),
                new ClinicId(row.getObject("owner_clinic", UUID.class)),
                row.getString("name"),
                row.getString("source"),
                FeedFormat.valueOf(row.getString("format")),
                new FeedDefaults(
                        ZoneId.of(row.getString("zone")), row.getString("language"), row.getBoolean("secular")),
                url == null
                        ? null
                        : new LoadedFeed.Schedule(
                                url, row.getInt("every_hours"), row.getString("etag"), row.getString("last_modified")),
                row.getInt("failures"),
                row.getBoolean("fewer_expected"),
                loadedAt == null ? null : loadedAt.toInstant());
    }
}
