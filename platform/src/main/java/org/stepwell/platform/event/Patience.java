package org.stepwell.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How long a record may wait for what passes by itself, before its partition goes on without it. */
final class Patience {

    private final long nanosMax;
    private final Map<Mark, Long> since = new HashMap<>();

    Patience(Duration longest) {
        nanosMax = longest.toNanos();
    }

    private record Mark(TopicPartition partition, long offset) {}

    /** True once a record has waited for too long, counted from the first time this is asked. */
    boolean isOver(ConsumerRecord<?, ?> message) {
        long now = System.nanoTime();
        var mark = new Mark(new TopicPartition(message.topic(), message.partition()), message.offset());
        return now - since.computeIfAbsent(mark, _ -> now) >= nanosMax;
    }

    /** Nothing of this partition waits any more. */
    void forget(ConsumerRecord<?, ?> message) {
        var partition = new TopicPartition(message.topic(), message.partition());
        since.keySet().removeIf(mark -> mark.partition().equals(partition));
    }
}
