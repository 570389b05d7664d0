package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The feeds of the deployment, and whose they are. */
@Singleton
class LoadedFeeds {

    private static final String ANY = "*";

    private final Sql sql;

    LoadedFeeds(Sql sql) {
        this.sql = sql;
    }

    Optional<LoadedFeed> find(String slug) {
        return sql.one("select * from meeting_feed where slug = ?", LoadedFeeds::read, slug);
    }

    /**
     * Takes the feed for the clinic at hand, which is about to load it; answers its new version. Its row lets one load
     * wait for another, also where both are the first.
     */
    int taken(String slug, String name, @Nullable String source, @Nullable IfMatch condition, Instant now) {
        var clinic = ClinicContext.clinic();
        int created = sql.update("""
                insert into meeting_feed (slug, owner_clinic, name, source, loaded_at) values (?, ?, ?, ?, ?)
                on conflict (slug) do nothing
                """, slug, clinic.value(), name, source, now);
        if (created == 1) {
            mustExpectNothing(slug, condition);
            return 0;
        }
        var found = sql.one("select * from meeting_feed where slug = ? for update", LoadedFeeds::read, slug)
                .orElseThrow();
        found.mustBeReplaceable(clinic, condition);
        sql.update(
                "update meeting_feed set version = version + 1, name = ?, source = ?, loaded_at = ? where slug = ?",
                name,
                source,
                now,
                slug);
        return found.version() + 1;
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
        return new LoadedFeed(
                row.getString("slug"),
                row.getInt("version"),
                new ClinicId(row.getObject("owner_clinic", UUID.class)),
                row.getString("name"),
                row.getString("source"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant());
    }
}
