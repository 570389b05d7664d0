package org.stepwell.suite.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Whether every listener of every service has heard all there is. */
final class Settled implements AutoCloseable {

    /** Who listens to whom: a consumer group is called {@code service.publisher}. */
    static final Map<String, Set<String>> LISTENERS = Map.of(
            "enrollment", Set.of("scheduling", "therapy", "aftercare", "consent", "privacy", "account"),
            "scheduling", Set.of("enrollment", "consent", "account"),
            "therapy", Set.of("enrollment", "scheduling", "consent", "account"),
            "aftercare", Set.of("enrollment", "consent", "account"));

    private final Admin admin;

    Settled(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    boolean everybodyHasHeardEverything() {
        return behind().isEmpty();
    }

    /** The listeners that are behind, with the number of records. */
    Map<String, Long> behind() {
        try {
            var ends = ends();
            var behind = new TreeMap<String, Long>();
            for (var listener : LISTENERS.entrySet()) {
                for (var publisher : listener.getValue()) {
                    var group = listener.getKey() + "." + publisher;
                    long records = behind(group, publisher, ends);
                    if (records > 0) {
                        behind.put(group, records);
                    }
                }
            }
            return behind;
        } catch (ExecutionException e) {
            return Map.of(String.valueOf(e.getMessage()), -1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long behind(String group, String publisher, Map<TopicPartition, ListOffsetsResultInfo> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long behind = 0;
        for (var end : ends.entrySet()) {
            var topic = end.getKey().topic();
            if (topicsOf(publisher).contains(topic)) {
                var at = read.get(end.getKey());
                behind += end.getValue().offset() - (at == null ? 0 : at.offset());
            }
        }
        return behind;
    }

    /** The topics a publisher speaks on. */
    static Set<String> topicsOf(String publisher) {
        return switch (publisher) {
            case "consent", "privacy", "account" -> Set.of("stepwell." + publisher);
            default -> Set.of("stepwell." + publisher, "stepwell." + publisher + ".state");
        };
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() throws ExecutionException, InterruptedException {
        var topics = new TreeSet<String>();
        LISTENERS
                .values()
                .forEach(publishers -> publishers.forEach(publisher -> {
                    topics.addAll(topicsOf(publisher));
                }));
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, described) -> described
                        .partitions()
                        .forEach(partition ->
                                asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(asked).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
