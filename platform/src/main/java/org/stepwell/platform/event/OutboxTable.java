package org.stepwell.platform.event;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;

/** Numbers events and writes them: two statements, however many events a transaction has. */
@Singleton
class OutboxTable {

    /**
     * The row lock on a counter is held until commit, so number order is commit order. Also tells whether anything was forgotten that
     * may be known again, so that nobody has to ask for it.
     */
    private static final String DRAW_NUMBERS = """
            insert into platform.stream as s (topic, key, last)
            select topic, key, events from unnest(?, ?, ?) as said(topic, key, events)
            on conflict (topic, key) do update set last = s.last + excluded.last
            returning topic, key, last, exists (select from platform.forgotten where not known_again) as any_forgotten
            """;

    private static final String GIVE_BACK = "update platform.stream set last = last - 1 where topic = ? and key = ?";

    private static final String WRITE = """
            insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, causation, traceparent, body)
            select id, topic, key, sequence, type, time, ?, actor, causation, traceparent, body
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                 as said(id, topic, key, sequence, type, time, actor, causation, traceparent, body, position)
            order by position
            """;

    private static final String KNOWN_AGAIN = """
            update platform.forgotten set known_again = true where id = (
                select id from platform.forgotten
                where topic = ? and key = ? and type = ? and causation = ? and time = ? and not known_again
                order by sequence limit 1)
            """;

    private final Sql sql;

    OutboxTable(Sql sql) {
        this.sql = sql;
    }

    private record Stream(String topic, String key) {
        static Stream of(Outbox.Said said) {
            return new Stream(said.topic(), said.key());
        }
    }

    /** @param last before ours, in each stream */
    private record Numbers(Map<Stream, Long> last, boolean anyForgotten) {}

    void write(List<Outbox.Said> all) {
        var numbers = drawNumbers(all);
        var said = numbers.anyForgotten() ? withoutWhatIsKnown(all) : all;
        if (!said.isEmpty()) {
            write(said, numbers.last());
        }
    }

    private void write(List<Outbox.Said> said, Map<Stream, Long> next) {
        int n = said.size();
        var ids = new UUID[n];
        var topics = new String[n];
        var keys = new String[n];
        var sequences = new Long[n];
        var types = new String[n];
        var times = new OffsetDateTime[n];
        var actors = new String[n];
        var causes = new @Nullable UUID[n];
        var traces = new @Nullable String[n];
        var bodies = new String[n];
        for (int i = 0; i < n; i++) {
            var event = said.get(i).event();
            ids[i] = Uuid7.next();
            topics[i] = said.get(i).topic();
            keys[i] = said.get(i).key();
            sequences[i] = next.merge(Stream.of(said.get(i)), 1L, Long::sum);
            types[i] = EventFamily.wireName(event.getClass());
            times[i] = event.at().atOffset(ZoneOffset.UTC);
            actors[i] = said.get(i).work().actor();
            causes[i] = said.get(i).work().causation();
            traces[i] = said.get(i).traceparent();
            bodies[i] = EventFamily.write(event);
        }
        sql.update(
                WRITE,
                said.getFirst().work().clinic().value(),
                ids,
                topics,
                keys,
                sequences,
                types,
                times,
                actors,
                causes,
                traces,
                bodies);
    }

    /**
     * After a restore, what was heard since is heard again. A fact that follows from it was said before, and whoever hears of it knows it
     * already; a state is said again, for it may be another now. The numbers of what is not said go back, so that none is missing.
     */
    private List<Outbox.Said> withoutWhatIsKnown(List<Outbox.Said> all) {
        return all.stream().filter(one -> !mayBeKnown(one) || !isTakenBack(one)).toList();
    }

    private static boolean mayBeKnown(Outbox.Said one) {
        return one.work().causation() != null && EventFamily.isFact(one.topic());
    }

    private boolean isTakenBack(Outbox.Said one) {
        int known = sql.update(
                KNOWN_AGAIN,
                one.topic(),
                one.key(),
                EventFamily.wireName(one.event().getClass()),
                one.work().causation(),
                one.event().at());
        return known > 0 && sql.update(GIVE_BACK, one.topic(), one.key()) > 0;
    }

    private Numbers drawNumbers(List<Outbox.Said> said) {
        var counts = new LinkedHashMap<Stream, Long>();
        said.forEach(one -> counts.merge(Stream.of(one), 1L, Long::sum));
        var topics = counts.keySet().stream().map(Stream::topic).toArray(String[]::new);
        var keys = counts.keySet().stream().map(Stream::key).toArray(String[]::new);
        var events = counts.values().toArray(Long[]::new);
        var last = new LinkedHashMap<Stream, Long>();
        var forgotten = sql.list(
                DRAW_NUMBERS,
                row -> {
                    var stream = new Stream(row.getString("topic"), row.getString("key"));
                    last.put(stream, row.getLong("last") - Objects.requireNonNull(counts.get(stream)));
                    return row.getBoolean("any_forgotten");
                },
                topics,
                keys,
                events);
        return new Numbers(last, forgotten.contains(true));
    }
}
