package org.stepwell.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;

/** What could not be applied, kept whole and in order until it can. */
@Singleton
class Parked {

    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {};

    private final Sql sql;

    Parked(Sql sql) {
        this.sql = sql;
    }

    /** A parked record without its body: what ops may see. */
    record Summary(
            String listener,
            String topic,
            String key,
            @Nullable Long sequence,
            String reason,
            Instant parkedAt) {}

    void park(String listener, Incoming<?> incoming, String reason) {
        var message = incoming.message();
        sql.update(
                """
                insert into platform.parked (listener, topic, partition, "offset", key, sequence, headers, body, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
                """,
                listener,
                message.topic(),
                message.partition(),
                message.offset(),
                incoming.key(),
                incoming.sequence(),
                headers(message),
                message.value() == null ? new byte[0] : message.value(),
                reason);
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
    Optional<ConsumerRecord<String, byte[]>> waitingAs(String listener, String topic, String key, long sequence) {
        return sql.one("""
                select * from platform.parked
                where listener = ? and topic = ? and key = ? and sequence = ? and reason like 'gap:%'
                order by "offset" limit 1
                """, Parked::read, listener, topic, key, sequence);
    }

    /** Which of these topics and keys have anything parked. */
    boolean any(String listener, String[] topics, String[] keys) {
        return sql.one("""
                        select 1 from platform.parked p join unnest(?, ?) as asked(topic, key) using (topic, key)
                        where p.listener = ? limit 1
                        """, row -> row.getInt(1), topics, keys, listener).isPresent();
    }

    List<Summary> list(int limit) {
        return sql.list(
                """
                select listener, topic, key, sequence, reason, parked_at from platform.parked
                order by parked_at, topic, key, sequence limit ?
                """,
                row -> new Summary(
                        row.getString("listener"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getObject("sequence", Long.class),
                        row.getString("reason"),
                        row.getObject("parked_at", java.time.OffsetDateTime.class)
                                .toInstant()),
                limit);
    }

    private static String headers(ConsumerRecord<String, byte[]> message) {
        var headers = new TreeMap<String, String>();
        message.headers().forEach(header -> {
            @Nullable String value = Headers.find(message, header.key());
            headers.put(header.key(), value == null ? "" : value.replace("\0", ""));
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
