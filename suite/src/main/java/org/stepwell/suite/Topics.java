package org.stepwell.suite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.LocalKafka.TopicSpec;

/** Kafka with the topics between the services: what happened (fourteen days), how things stand, and consents (compacted). */
final class Topics {
    private static final List<TopicSpec> ALL = org.stepwell.platform.testing.Topics.all();

    private Topics() {}

    static LocalKafka start(Settings settings) throws IOException, InterruptedException {
        var ports = settings.ports();
        var kafka = LocalKafka.start(settings.kafkaData(), ports.of(Door.KAFKA), ports.of(Door.KAFKA_CONTROLLER));
        kafka.createTopics(ALL);
        return kafka;
    }

    /** Forgets what was said; with a topic, Kafka also forgets how far its readers had come. */
    static void empty(LocalKafka kafka) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.deleteTopics(ALL.stream().map(TopicSpec::name).toList()).all().get();
        }
        kafka.createTopics(ALL);
    }
}
