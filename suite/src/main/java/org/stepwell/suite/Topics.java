package org.stepwell.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.LocalKafka.TopicSpec;

/** Kafka with the topics between the services: what happened (fourteen days), how things stand, and consents (compacted). */
final class Topics {
    private Topics() {}

    static LocalKafka start(Settings settings) throws IOException, InterruptedException {
        var ports = settings.ports();
        var kafka = LocalKafka.start(settings.kafkaData(), ports.of(Door.KAFKA), ports.of(Door.KAFKA_CONTROLLER));
        kafka.createTopics(all());
        return kafka;
    }

    /** Forgets what was said; with a topic, Kafka also forgets how far its readers had come. */
    static void empty(LocalKafka kafka) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.deleteTopics(all().stream().map(TopicSpec::name).toList())
                    .all()
                    .get();
        }
        kafka.createTopics(all());
    }

    private static List<TopicSpec> all() {
        var topics = new ArrayList<TopicSpec>();
        for (var service : Service.all()) {
            topics.add(new TopicSpec("stepwell." + service.title(), false));
            topics.add(new TopicSpec("stepwell." + service.title() + ".state", true));
        }
        topics.add(new TopicSpec("stepwell.consent", true));
        topics.add(new TopicSpec("stepwell.audit", true));
        return topics;
    }
}
