package org.stepwell.platform.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.event.Recollection.Sent;

/**
 * Takes in what the broker has and this database does not know: writes it down, and lets the numbers of its key go on behind it, also those
 * of events that wait to be carried, which nobody has heard yet.
 */
final class Forgotten {

    private static final String LOCK = """
            insert into platform.stream as s (topic, key, last) values (?, ?, 0)
            on conflict (topic, key) do update set last = s.last returning last
            """;

    private final Connection connection;

    Forgotten(Connection connection) {
        this.connection = connection;
    }

    private record Stream(String topic, String key) implements Comparable<Stream> {
        @Override
        public int compareTo(Stream other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? key.compareTo(other.key) : byTopic;
        }
    }

    /** An event in the outbox. */
    private record Waiting(
            long position,
            UUID id,
            long sequence,
            String type,
            Instant time,
            @Nullable UUID causation) {

        /** The same cause would say the same: whoever has heard it needs not hear it again. */
        boolean repeats(Envelope said) {
            return causation != null
                    && causation.equals(said.causation())
                    && type.equals(said.type())
                    && time.equals(said.time());
        }
    }

    /** Answers how many of these records this database did not know; in one transaction. */
    int learn(List<Sent> records) throws SQLException {
        connection.setAutoCommit(false);
        try {
            int forgotten = learnInTransaction(records);
            connection.commit();
            return forgotten;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** In the order in which everybody draws numbers, so that nobody waits in a circle. */
    int learnInTransaction(List<Sent> records) throws SQLException {
        var byStream = records.stream()
                .collect(groupingBy(
                        record -> new Stream(record.topic(), record.key()),
                        TreeMap::new,
                        mapping(Sent::envelope, toList())));
        int forgotten = 0;
        for (var stream : byStream.entrySet()) {
            forgotten += learn(stream.getKey(), stream.getValue());
        }
        return forgotten;
    }

    private int learn(Stream stream, List<Envelope> said) throws SQLException {
        long last = lock(stream);
        var waiting = waiting(stream);
        Predicate<Envelope> unknown = one -> one.sequence() > last
                || waiting.stream()
                        .anyMatch(ours ->
                                ours.sequence() == one.sequence() && !ours.id().equals(one.id()));
        var forgotten = said.stream().filter(unknown).toList();
        if (forgotten.isEmpty()) {
            return 0;
        }
        long first = forgotten.getFirst().sequence();
        var ours = new ArrayList<>(
                waiting.stream().filter(one -> one.sequence() >= first).toList());
        for (var one : forgotten) {
            var repeated = EventFamily.isFact(stream.topic())
                    ? ours.stream().filter(other -> other.repeats(one)).findFirst()
                    : Optional.<Waiting>empty();
            write(stream, one, repeated.isPresent());
            if (repeated.isPresent()) {
                ours.remove(repeated.get());
                update(
                        "delete from platform.outbox where position = ?",
                        repeated.get().position());
            }
        }
        goOnBehind(forgotten.getLast().sequence(), stream, ours);
        return forgotten.size();
    }

    private void goOnBehind(long number, Stream stream, List<Waiting> ours) throws SQLException {
        for (var one : ours) {
            update("update platform.outbox set sequence = -sequence where position = ?", one.position());
        }
        long next = number;
        for (var one : ours) {
            update("update platform.outbox set sequence = ? where position = ?", ++next, one.position());
        }
        update(
                "update platform.stream set last = ?, forgot = true where topic = ? and key = ?",
                next,
                stream.topic(),
                stream.key());
    }

    private long lock(Stream stream) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, stream.topic());
            statement.setString(2, stream.key());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Waiting> waiting(Stream stream) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select position, id, sequence, type, time, causation from platform.outbox
                where topic = ? and key = ? order by sequence
                """)) {
            statement.setString(1, stream.topic());
            statement.setString(2, stream.key());
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Waiting>();
                while (row.next()) {
                    found.add(new Waiting(
                            row.getLong("position"),
                            row.getObject("id", UUID.class),
                            row.getLong("sequence"),
                            row.getString("type"),
                            row.getObject("time", OffsetDateTime.class).toInstant(),
                            row.getObject("causation", UUID.class)));
                }
                return found;
            }
        }
    }

    private void write(Stream stream, Envelope said, boolean knownAgain) throws SQLException {
        update(
                """
                insert into platform.forgotten (id, topic, key, sequence, type, time, clinic, actor, causation, known_again)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """,
                said.id(),
                stream.topic(),
                stream.key(),
                said.sequence(),
                said.type(),
                said.time().atOffset(ZoneOffset.UTC),
                said.clinic().value(),
                said.actor(),
                said.causation(),
                knownAgain);
    }

    private void update(String statement, @Nullable Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
