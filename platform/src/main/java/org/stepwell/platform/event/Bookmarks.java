package org.stepwell.platform.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener goes on in the partitions that it is given: from the broker's bookmark or from the database's own, whichever is earlier.
 * A database that was put back has forgotten what the broker believes to be heard. A partition rests until its place is known.
 */
final class Bookmarks implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Bookmarks.class);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final long KEEP_EVERY_NANOS = 1_000_000_000L;

    private final String listener;
    private final HeardTable table;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> unkept = new HashMap<>();
    private @Nullable KafkaConsumer<String, byte[]> kafka;
    private long keptNanos = System.nanoTime();

    Bookmarks(String listener, HeardTable table) {
        this.listener = listener;
        this.table = table;
    }

    void subscribe(KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        kafka = consumer;
        consumer.subscribe(topics, this);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
        if (kafka != null) {
            kafka.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        keep();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(unplaced::remove);
        partitions.forEach(unkept::remove);
    }

    boolean knowsThePlaceOf(TopicPartition partition) {
        return !unplaced.contains(partition);
    }

    /** Finds the place of partitions that are new here; throws where database or broker do not answer, and is asked again. */
    void place(KafkaConsumer<String, byte[]> consumer) {
        if (unplaced.isEmpty()) {
            return;
        }
        var heard = table.of(listener);
        var committed = consumer.committed(unplaced, ANSWER_MAX);
        for (var partition : List.copyOf(unplaced)) {
            @Nullable OffsetAndMetadata bookmark = committed.get(partition);
            // Without a bookmark the topic is new to the group, or new altogether: it is heard from its beginning.
            if (bookmark != null) {
                long known = heard.getOrDefault(partition, 0L);
                if (known < bookmark.offset()) {
                    LOG.infof("%s is heard again from %d on (the broker said %d)", partition, known, bookmark.offset());
                }
                consumer.seek(partition, Math.min(known, bookmark.offset()));
            }
            unplaced.remove(partition);
            consumer.resume(List.of(partition));
        }
    }

    /** What is dealt with is kept each second. */
    void reached(Map<TopicPartition, OffsetAndMetadata> next) {
        next.forEach((partition, bookmark) -> unkept.put(partition, bookmark.offset()));
        if (!unkept.isEmpty() && System.nanoTime() - keptNanos >= KEEP_EVERY_NANOS) {
            keep();
        }
    }

    private void keep() {
        if (unkept.isEmpty()) {
            return;
        }
        keptNanos = System.nanoTime();
        try {
            table.keep(listener, unkept);
            unkept.clear();
        } catch (RuntimeException e) {
            LOG.debugf("how far %s has heard is kept later: %s", listener, e.toString());
        }
    }
}
