package org.stepwell.platform.event;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.stepwell.platform.database.Sql;

/** How far a listener has come in each key: the memory that makes an effect happen once. */
@Singleton
class Cursors {

    private final Sql sql;

    Cursors(Sql sql) {
        this.sql = sql;
    }

    record Place(String topic, String key) {}

    /** The cursors of some keys, locked until the transaction ends; keys never seen are absent. */
    Map<Place, Long> locked(String listener, Collection<Place> places) {
        var distinct = List.copyOf(new LinkedHashSet<>(places));
        var found = new HashMap<Place, Long>();
        sql.list(
                        """
                        select c.topic, c.key, c.last from platform.cursor c
                        join (select distinct topic, key from unnest(?, ?) as asked(topic, key)) asked using (topic, key)
                        where c.listener = ?
                        order by c.topic, c.key
                        for update of c
                        """,
                        row -> Map.entry(new Place(row.getString("topic"), row.getString("key")), row.getLong("last")),
                        distinct.stream().map(Place::topic).toArray(String[]::new),
                        distinct.stream().map(Place::key).toArray(String[]::new),
                        listener)
                .forEach(cursor -> found.put(cursor.getKey(), cursor.getValue()));
        return found;
    }

    /**
     * Moves cursors on. A key new to this listener is inserted plainly: should another replica have inserted it in the
     * same moment, this transaction fails, is tried again, and sees a duplicate.
     */
    void move(String listener, Map<Place, Long> known, Map<Place, Long> moved) {
        var fresh = moved.keySet().stream()
                .filter(place -> !known.containsKey(place))
                .toList();
        var old = moved.keySet().stream().filter(known::containsKey).toList();
        if (!fresh.isEmpty()) {
            sql.update(
                    "insert into platform.cursor (listener, topic, key, last) select ?, * from unnest(?, ?, ?)",
                    listener,
                    fresh.stream().map(Place::topic).toArray(String[]::new),
                    fresh.stream().map(Place::key).toArray(String[]::new),
                    fresh.stream().map(moved::get).toArray(Long[]::new));
        }
        if (!old.isEmpty()) {
            sql.update(
                    """
                    update platform.cursor c set last = moved.last
                    from unnest(?, ?, ?) as moved(topic, key, last)
                    where c.listener = ? and c.topic = moved.topic and c.key = moved.key
                    """,
                    old.stream().map(Place::topic).toArray(String[]::new),
                    old.stream().map(Place::key).toArray(String[]::new),
                    old.stream().map(moved::get).toArray(Long[]::new),
                    listener);
        }
    }
}
