package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** The reports of a feed's imports; the last two hundred are kept. */
@Singleton
class FeedImports {

    private static final int KEPT = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<MeetingFeed.Refused>> REASONS = new TypeReference<>() {};
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Sql sql;

    FeedImports(Sql sql) {
        this.sql = sql;
    }

    void add(FeedImport report) {
        sql.update(
                """
                insert into meeting_feed_import
                    (id, feed, at, cause, outcome, because, read, stored, changed, added, gone, refused, reasons)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                report.id(),
                report.feed(),
                report.at(),
                report.cause().name(),
                report.outcome().name(),
                report.because(),
                report.read(),
                report.stored(),
                report.changed(),
                report.added(),
                report.gone(),
                report.refusedCount(),
                written(report.refused()));
        sql.update("""
                delete from meeting_feed_import where feed = ? and id <= (
                    select id from meeting_feed_import where feed = ? order by id desc offset ? limit 1)
                """, report.feed(), report.feed(), KEPT);
    }

    /** The newest first. */
    List<FeedImport> page(String feed, PageRequest page) {
        return sql.list(
                "select * from meeting_feed_import where feed = ? and id < ? order by id desc limit ?",
                FeedImports::read,
                feed,
                page.after().equals(BEFORE_ALL) ? AFTER_ALL : page.after(),
                page.fetch());
    }

    private static FeedImport read(ResultSet row) throws SQLException {
        return new FeedImport(
                row.getObject("id", UUID.class),
                row.getString("feed"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                FeedImport.Cause.valueOf(row.getString("cause")),
                FeedImport.Outcome.valueOf(row.getString("outcome")),
                row.getString("because"),
                row.getInt("read"),
                row.getInt("stored"),
                row.getInt("changed"),
                row.getInt("added"),
                row.getInt("gone"),
                row.getInt("refused"),
                reasons(row.getString("reasons")));
    }

    private static String written(List<MeetingFeed.Refused> refused) {
        try {
            return JSON.writeValueAsString(refused);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons could not be written", e);
        }
    }

    private static List<MeetingFeed.Refused> reasons(String written) {
        try {
            return JSON.readValue(written, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons could not be read", e);
        }
    }
}
