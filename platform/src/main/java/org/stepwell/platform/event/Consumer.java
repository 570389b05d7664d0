package org.stepwell.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.platform.time.Pulse;

/**
 * The poll loop of one listener. A partition in trouble that passes is set back and rests while the others go on; it is
 * tried again for ever. Offsets are only bookmarks ({@link Bookmarks}): the cursors in the database decide.
 */
final class Consumer<E extends Event> implements Runnable {

    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH_RECORDS_MAX = 100;
    private static final long REST_NANOS_MIN = 50_000_000L;
    private static final long REST_NANOS_MAX = 2_000_000_000L;

    private final Supplier<KafkaConsumer<String, byte[]>> client;
    private final EventFamily<E> family;
    private final Applier<E> applier;
    private final Bookmarks bookmarks;
    private final Progress progress;
    private final Pulse pulse;
    private final Map<TopicPartition, Rest> resting = new HashMap<>();
    private volatile boolean open = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> connected;

    /** The client is asked for in the loop: a broker whose name does not resolve yet is trouble that passes. */
    Consumer(
            Supplier<KafkaConsumer<String, byte[]>> client,
            EventFamily<E> family,
            Applier<E> applier,
            Bookmarks bookmarks,
            Progress progress,
            Pulse pulse) {
        this.client = client;
        this.family = family;
        this.applier = applier;
        this.bookmarks = bookmarks;
        this.progress = progress;
        this.pulse = pulse;
    }

    private record Rest(long untilNanos, long lengthNanos) {}

    /** Whether it works on its thread: nobody waits for longer than this. */
    boolean works(Thread loop, Duration silentMax) {
        return pulse.isFelt(loop, silentMax);
    }

    void stop() {
        open = false;
        @Nullable KafkaConsumer<?, ?> kafka = connected;
        if (kafka != null) {
            kafka.wakeup();
        }
    }

    @Override
    public void run() {
        while (open) {
            try {
                pollOnce(kafka());
            } catch (WakeupException e) {
                LOG.debug("woken to stop");
            } catch (RuntimeException e) {
                LOG.warnf("the listener to %s waits: %s", family.publisher(), e.toString());
                sleep();
            }
            pulse.beat();
        }
        @Nullable KafkaConsumer<?, ?> kafka = connected;
        if (kafka != null) {
            kafka.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private KafkaConsumer<String, byte[]> kafka() {
        @Nullable KafkaConsumer<String, byte[]> kafka = connected;
        if (kafka == null) {
            kafka = client.get();
            bookmarks.subscribe(kafka, family.topics());
            connected = kafka;
        }
        return kafka;
    }

    private void pollOnce(KafkaConsumer<String, byte[]> kafka) {
        place(kafka);
        wakeRested(kafka);
        ConsumerRecords<String, byte[]> records = kafka.poll(POLL);
        var done = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : records.partitions()) {
            long next = apply(kafka, partition, records.records(partition));
            if (next >= 0) {
                done.put(partition, new OffsetAndMetadata(next));
            }
        }
        progress.turned(waiting(kafka));
        bookmarks.reached(done);
        if (!done.isEmpty()) {
            kafka.commitSync(done);
        }
    }

    /** The loop goes round all the same: whoever does not ask the broker for long loses its partitions. */
    private void place(KafkaConsumer<String, byte[]> kafka) {
        try {
            bookmarks.place(kafka);
        } catch (WakeupException stop) {
            throw stop;
        } catch (RuntimeException e) {
            LOG.warnf("the listener to %s does not know yet where it goes on: %s", family.publisher(), e.toString());
            sleep();
        }
    }

    /** As far as the broker has said it; nobody is asked for it. */
    private static Map<TopicPartition, Long> waiting(KafkaConsumer<?, ?> kafka) {
        return kafka.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> kafka.currentLag(partition).orElse(0)));
    }

    /** Applies what came of a partition in batches; answers the offset to go on from, or -1 where nothing was done. */
    private long apply(
            KafkaConsumer<?, ?> kafka, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        long next = -1;
        for (int from = 0; from < records.size(); from += BATCH_RECORDS_MAX) {
            var batch = records.subList(from, Math.min(records.size(), from + BATCH_RECORDS_MAX));
            try {
                var read = batch.stream()
                        .map(record -> Incoming.read(record, family))
                        .toList();
                applier.apply(read);
                progress.applied(partition, read);
                next = batch.getLast().offset() + 1;
                resting.remove(partition);
            } catch (RuntimeException passes) {
                progress.held(partition, batch.getFirst());
                rest(kafka, partition, batch.getFirst().offset(), passes);
                return next;
            }
        }
        return next;
    }

    private void rest(KafkaConsumer<?, ?> kafka, TopicPartition partition, long offset, RuntimeException why) {
        var before = resting.get(partition);
        long length = before == null ? REST_NANOS_MIN : Math.min(REST_NANOS_MAX, before.lengthNanos() * 2);
        resting.put(partition, new Rest(System.nanoTime() + length, length));
        LOG.warnf("%s rests for %d ms: %s", partition, length / 1_000_000, why.toString());
        kafka.seek(partition, offset);
        kafka.pause(List.of(partition));
    }

    private void wakeRested(KafkaConsumer<?, ?> kafka) {
        var awake = kafka.paused().stream()
                .filter(bookmarks::knowsThePlaceOf)
                .filter(partition -> {
                    var rest = resting.get(partition);
                    return rest == null || System.nanoTime() - rest.untilNanos() >= 0;
                })
                .toList();
        kafka.resume(awake);
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofNanos(REST_NANOS_MAX / 4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
