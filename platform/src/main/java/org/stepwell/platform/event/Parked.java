package org.stepwell.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;

/** What could not be applied, kept whole and in order until it can. */
@Singleton
class Parked {

    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {};

    /** What stands where bytes were no text. */
    static final char NO_TEXT = '\uFFFD';

    private final Sql sql;

    Parked(Sql sql) {
        this.sql = sql;
    }

    /** A parked record without its body: what ops may see. */
    record Summary(ParkedKey key, long records, @Nullable Long sequence, String reason, Instant parkedAt) {}

    /** Parks a record; one that is parked already keeps its place and is given the new reason. */
    void park(String listener, Incoming<?> incoming, String reason) {
        var message = incoming.message();
        sql.update(
                """
                insert into platform.parked (listener, topic, partition, "offset", key, sequence, headers, body, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (listener, topic, partition, "offset") do update set reason = excluded.reason
                """,
                listener,
                message.topic(),
                message.partition(),
                message.offset(),
                incoming.key(),
                incoming.sequence(),
                headers(message),
                message.value() == null ? new byte[0] : message.value(),
                storable(reason));
    }

    /** Text that PostgreSQL takes: it has no NUL. */
    static String storable(String text) {
        return text.replace('\0', NO_TEXT);
    }

    /** The next parked record of a key: the one with the lowest number, and last of all those without one. */
    Optional<ConsumerRecord<String, byte[]>> next(String listener, String topic, String key) {
        return sql.one("""
                select * from platform.parked where listener = ? and topic = ? and key = ?
                order by sequence nulls last, "offset" limit 1
                """, Parked::read, listener, topic, key);
    }

    void remove(String listener, ConsumerRecord<String, byte[]> message) {
        sql.update(
                "delete from platform.parked where listener = ? and topic = ? and partition = ? and \"offset\" = ?",
                listener,
                message.topic(),
                message.partition(),
                message.offset());
    }

    /** The record of this number, where it waits only because a number before it was missing. */
    Optional<ConsumerRecord<String, byte[]>> waitingAs(String listener, Cursors.Place place, long sequence) {
        return sql.one("""
                select * from platform.parked
                where listener = ? and topic = ? and key = ? and sequence = ? and reason like 'gap:%'
                order by "offset" limit 1
                """, Parked::read, listener, place.topic(), place.key(), sequence);
    }

    /** True where a later number of the key is parked. */
    boolean holdsNewer(String listener, Cursors.Place place, long sequence) {
        return sql.one("""
                select 1 from platform.parked where listener = ? and topic = ? and key = ? and sequence > ? limit 1
                """, row -> row.getInt(1), listener, place.topic(), place.key(), sequence)
                .isPresent();
    }

    /** Forgets what is done by now: further copies of what was applied, and states that a newer one replaced. */
    void forgetSettled(String listener, Cursors.Place place, long last) {
        sql.update(
                "delete from platform.parked where listener = ? and topic = ? and key = ? and sequence <= ?",
                listener,
                place.topic(),
                place.key(),
                last);
    }

    /** Those of these keys that have anything parked. */
    Set<Cursors.Place> amongWaiting(String listener, List<Cursors.Place> places) {
        return new LinkedHashSet<>(sql.list(
                """
                select distinct topic, key from platform.parked p
                join unnest(?, ?) as asked(topic, key) using (topic, key)
                where p.listener = ? and p.sequence is not null
                """,
                row -> new Cursors.Place(row.getString("topic"), row.getString("key")),
                places.stream().map(Cursors.Place::topic).toArray(String[]::new),
                places.stream().map(Cursors.Place::key).toArray(String[]::new),
                listener));
    }

    /**
     * Some of the keys that are held, each with its first record, in the order of their ids.
     *
     * @param listener null for all
     * @param why what holds a key, null for whatever
     */
    List<Summary> held(UUID after, @Nullable String listener, @Nullable Why why, int limit) {
        return sql.list(
                """
                select distinct on (id) id, listener, topic, key, sequence, reason, parked_at,
                    count(*) over (partition by id) as records
                from (
                    select *, md5(listener || ' ' || topic || ' ' || key)::uuid as id,
                        bool_or(reason like ?) over (partition by listener, topic, key) as wanted
                    from platform.parked) known
                where wanted and id > ? and (cast(? as text) is null or listener = ?)
                order by id, sequence nulls last, "offset" limit ?
                """,
                row -> new Summary(
                        new ParkedKey(
                                row.getObject("id", UUID.class),
                                row.getString("listener"),
                                row.getString("topic"),
                                row.getString("key")),
                        row.getLong("records"),
                        row.getObject("sequence", Long.class),
                        row.getString("reason"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()),
                why == null ? "%" : why.prefix() + "%",
                after,
                listener,
                listener,
                limit);
    }

    private static String headers(ConsumerRecord<String, byte[]> message) {
        var headers = new TreeMap<String, String>();
        message.headers().forEach(header -> {
            @Nullable String value = Headers.find(message, header.key());
            headers.put(storable(header.key()), value == null ? "" : storable(value));
        });
        try {
            return EventFamily.json().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<String, byte[]> read(ResultSet row) throws SQLException {
        try {
            Map<String, String> headers = EventFamily.json().readValue(row.getString("headers"), HEADERS);
            var written = new RecordHeaders();
            headers.forEach(
                    (name, value) -> written.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
            return new ConsumerRecord<>(
                    row.getString("topic"),
                    row.getInt("partition"),
                    row.getLong("offset"),
                    ConsumerRecord.NO_TIMESTAMP,
                    org.apache.kafka.common.record.TimestampType.NO_TIMESTAMP_TYPE,
                    ConsumerRecord.NULL_SIZE,
                    ConsumerRecord.NULL_SIZE,
                    row.getString("key"),
                    row.getBytes("body"),
                    written,
                    Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
