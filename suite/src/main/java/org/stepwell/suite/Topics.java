package org.stepwell.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    private static List<TopicSpec> all() {
        var topics = new ArrayList<TopicSpec>();
        for (var service : Service.all()) {
            topics.add(new TopicSpec("stepwell." + service.title(), false));
            topics.add(new TopicSpec("stepwell." + service.title() + ".state", true));
        }
        topics.add(new TopicSpec("stepwell.consent", true));
        return topics;
    }
}
