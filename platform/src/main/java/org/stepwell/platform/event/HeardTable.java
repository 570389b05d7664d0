package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.stepwell.platform.database.Sql;

/** How far each listener has heard each partition, as the database knows it: a database that is put back knows less. */
@Singleton
class HeardTable {

    private final Sql sql;

    HeardTable(Sql sql) {
        this.sql = sql;
    }

    /** The offset to go on from, by partition; those of which nothing was heard are absent. */
    Map<TopicPartition, Long> of(String listener) {
        var found = new HashMap<TopicPartition, Long>();
        QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select topic, partition, \"offset\" from platform.heard where listener = ?",
                        row -> Map.entry(
                                new TopicPartition(row.getString("topic"), row.getInt("partition")),
                                row.getLong("offset")),
                        listener))
                .forEach(heard -> found.put(heard.getKey(), heard.getValue()));
        return found;
    }

    /** Nobody waits for it to be on the disk: one that is lost is an older one, and what is heard twice is applied once. */
    void keep(String listener, Map<TopicPartition, Long> heard) {
        var partitions = List.copyOf(heard.keySet());
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("set local synchronous_commit = off");
            sql.update(
                    """
                    insert into platform.heard (listener, topic, partition, "offset")
                    select ?, topic, partition::int, next from unnest(?, ?, ?) as said(topic, partition, next)
                    order by topic, partition
                    on conflict (listener, topic, partition) do update set "offset" = excluded."offset"
                    """,
                    listener,
                    partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                    partitions.stream().map(one -> (long) one.partition()).toArray(Long[]::new),
                    partitions.stream().map(heard::get).toArray(Long[]::new));
        });
    }
}
