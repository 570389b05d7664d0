package org.stepwell.platform.testing;

import java.util.ArrayList;
import java.util.List;
import org.stepwell.platform.testing.LocalKafka.TopicSpec;

/** The topics of a deployment: facts and state of each service, disclosures, findings, accounts, and the consent register. */
public final class Topics {

    private Topics() {}

    /** All of them; deploy/ makes the same ones. */
    public static List<TopicSpec> all() {
        var topics = new ArrayList<TopicSpec>();
        for (var service : List.of("enrollment", "scheduling", "therapy", "aftercare")) {
            topics.add(TopicSpec.facts("stepwell." + service));
            topics.add(TopicSpec.state("stepwell." + service + ".state"));
        }
        topics.add(TopicSpec.facts("stepwell.privacy"));
        topics.add(TopicSpec.facts("stepwell.finding"));
        topics.add(TopicSpec.register("stepwell.consent"));
        topics.add(TopicSpec.state("stepwell.audit"));
        topics.add(TopicSpec.state("stepwell.account"));
        return List.copyOf(topics);
    }
}
