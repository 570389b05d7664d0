package org.stepwell.suite.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Whether every listener of every service has heard all there is. */
final class Settled implements AutoCloseable {

    /** Who listens to whom: a consumer group is called {@code service.publisher}. */
    static final Map<String, Set<String>> LISTENERS = Map.of(
            "enrollment", Set.of("scheduling", "therapy", "aftercare", "consent", "privacy", "finding", "account"),
            "scheduling", Set.of("enrollment", "therapy", "aftercare", "consent", "finding", "account"),
            "therapy", Set.of("enrollment", "scheduling", "aftercare", "consent", "finding", "account"),
            "aftercare", Set.of("enrollment", "scheduling", "therapy", "consent", "finding", "account"));

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    private final Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();

    Settled(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        LISTENERS.forEach((service, publishers) -> publishers.forEach(
                publisher -> groups.put(group(service, publisher), new ListConsumerGroupOffsetsSpec())));
    }

    boolean everybodyHasHeardEverything() {
        return behind().isEmpty();
    }

    /** The listeners that are behind, with the number of records. */
    Map<String, Long> behind() {
        try {
            // Where the listeners are is asked before how much there is, so that what is said in between counts as
            // unheard.
            var read = admin.listConsumerGroupOffsets(groups).all().get();
            var ends = admin.listOffsets(latest()).all().get();
            var behind = new TreeMap<String, Long>();
            LISTENERS.forEach((service, publishers) -> publishers.forEach(publisher -> {
                var group = group(service, publisher);
                long records = behind(read.getOrDefault(group, Map.of()), publisher, ends);
                if (records > 0) {
                    behind.put(group, records);
                }
            }));
            return behind;
        } catch (ExecutionException e) {
            return Map.of(String.valueOf(e.getMessage()), -1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long behind(
            Map<TopicPartition, OffsetAndMetadata> read,
            String publisher,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        long behind = 0;
        for (var end : ends.entrySet()) {
            if (topicsOf(publisher).contains(end.getKey().topic())) {
                var at = read.get(end.getKey());
                behind += end.getValue().offset() - (at == null ? 0 : at.offset());
            }
        }
        return behind;
    }

    private static String group(String service, String publisher) {
        return service + "." + publisher;
    }

    /** The topics a publisher speaks on. */
    static Set<String> topicsOf(String publisher) {
        return switch (publisher) {
            case "consent", "privacy", "finding", "account" -> Set.of("stepwell." + publisher);
            default -> Set.of("stepwell." + publisher, "stepwell." + publisher + ".state");
        };
    }

    /** All partitions; their number does not change while a story is told. */
    private Map<TopicPartition, OffsetSpec> latest() throws ExecutionException, InterruptedException {
        if (latest.isEmpty()) {
            var topics = new TreeSet<String>();
            LISTENERS
                    .values()
                    .forEach(publishers -> publishers.forEach(publisher -> {
                        topics.addAll(topicsOf(publisher));
                    }));
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, described) -> described
                            .partitions()
                            .forEach(partition ->
                                    latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        }
        return latest;
    }

    @Override
    public void close() {
        admin.close();
    }
}
