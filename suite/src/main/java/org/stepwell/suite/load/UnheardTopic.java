package org.stepwell.suite.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.stepwell.suite.Clinic;

/** A topic that nobody listens to, for what the broker does without us. */
final class UnheardTopic {

    static final String NAME = "load";
    static final int PARTITIONS = 12;

    private UnheardTopic() {}

    static void create(Clinic clinic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", clinic.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(NAME, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }
}
