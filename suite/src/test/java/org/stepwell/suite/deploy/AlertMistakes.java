package org.stepwell.suite.deploy;

import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes in what wakes somebody. */
final class AlertMistakes {

    private AlertMistakes() {}

    static Stream<Arguments> all() {
        return Stream.of(
                mistake(
                        "an alert on another installation",
                        "PrometheusRule stepwell-presence",
                        object -> at(object, "/spec/groups/0/rules/0")
                                .put(
                                        "expr",
                                        "absent(stepwell_release{namespace=\"other\",job=\"enrollment-service\"})"),
                        "ServiceGone looks at the namespace other"),
                mistake(
                        "a service that nobody would miss",
                        "PrometheusRule stepwell-presence",
                        object -> ((ArrayNode) object.at("/spec/groups/0/rules")).remove(0),
                        "What alerts miss lacks enrollment-service"),
                mistake(
                        "a service that nobody asks whether it is ready",
                        "PrometheusRule stepwell-presence",
                        object -> at(object, "/spec/groups/0/rules/4")
                                .put(
                                        "expr",
                                        "x{namespace=\"stepwell\",deployment=~\"(enrollment|scheduling|therapy)-service\"} == 0"),
                        "What alerts ask to be ready lacks aftercare-service"),
                mistake(
                        "listeners that no broker is asked for",
                        "Kafka stepwell",
                        object -> at(object, "/spec").remove("kafkaExporter"),
                        "nobody says kafka_consumergroup_lag"),
                mistake(
                        "a Keycloak that counts no sign-ins",
                        "Keycloak keycloak",
                        object -> at(object, "/spec").remove("additionalOptions"),
                        "Keycloak keycloak: nobody says keycloak_user_events_total; set metrics-enabled to true"),
                mistake(
                        "a number that brokers are not told to say",
                        "Kafka stepwell",
                        object -> ((ArrayNode) object.at("/spec/kafka/metricsConfig/values/allowList")).remove(0),
                        "Brokers are asked for kafka_controller_kafkacontroller_offlinepartitionscount"),
                mistake(
                        "a runbook that can not be opened",
                        "PrometheusRule stepwell-care",
                        object -> at(object, "/spec/groups/0/rules/0/annotations")
                                .put("runbook_url", "runbooks/overbooked.md"),
                        "Overbooked leads to runbooks/overbooked.md, which nobody can open"));
    }
}
