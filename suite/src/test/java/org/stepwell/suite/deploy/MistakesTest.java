package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.suite.deploy.Mistake.API;
import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;
import static org.stepwell.suite.deploy.Mistake.variable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A deliberate mistake of each kind turns the gate red, with a sentence that says which and what to do. */
class MistakesTest {

    @BeforeEach
    void kubectlIsThere() {
        Deploy.needsKubectl();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                        PodMistakes.all(),
                        WholeMistakes.all(),
                        schemas(),
                        flows(),
                        settings(),
                        secrets(),
                        StoreMistakes.all(),
                        AlertMistakes.all(),
                        ReachMistakes.all())
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void theGateTurnsRed(String mistake, Consumer<Rendered> spoil, String sentence) {
        var production = Deploy.overlay("production").copy();
        spoil.accept(production);

        assertThat(Check.of(production)).as(mistake).anyMatch(complaint -> complaint.contains(sentence));
    }

    private static Stream<Arguments> schemas() {
        return Stream.of(
                mistake(
                        "an unknown field of a pod",
                        "Deployment therapy-service",
                        object -> at(object, API).put("imagee", "x"),
                        "Deployment therapy-service: $.spec.template.spec.containers[0]: property 'imagee' is not defined"),
                mistake(
                        "a field that is missing",
                        "Deployment therapy-service",
                        object -> at(object, "/spec").remove("selector"),
                        "Deployment therapy-service: $.spec: required property 'selector' not found"),
                mistake(
                        "a wrong type",
                        "HorizontalPodAutoscaler therapy-service",
                        object -> at(object, "/spec").put("minReplicas", "three"),
                        "$.spec.minReplicas: string found, integer expected"),
                mistake(
                        "a word that Kubernetes does not know",
                        "Job therapy-migration",
                        object -> at(object, "/spec/template/spec").put("restartPolicy", "Sometimes"),
                        "$.spec.template.spec.restartPolicy: does not have a value in the enumeration"),
                mistake(
                        "an unknown field of a database",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/postgresql/synchronous").put("methode", "any"),
                        "property 'methode' is not defined"),
                mistake(
                        "a version of yesterday",
                        "KafkaTopic stepwell.therapy",
                        object -> object.put("apiVersion", "kafka.strimzi.io/v1beta2"),
                        "KafkaTopic stepwell.therapy: $.apiVersion: must be the constant value 'kafka.strimzi.io/v1'"),
                mistake(
                        "a field that Strimzi's operator does not read",
                        "KafkaNodePool broker",
                        object -> at(object, "/spec")
                                .putObject("template")
                                .putObject("pod")
                                .put("nodeSelector", "fast"),
                        "KafkaNodePool broker: Strimzi's operator does not read /spec/template/pod/nodeSelector"),
                mistake(
                        "a kind that nobody knows",
                        "Service therapy-service",
                        object -> object.put("kind", "Ingres"),
                        "Ingres therapy-service: nobody knows this kind"));
    }

    private static Stream<Arguments> flows() {
        return Stream.of(
                mistake(
                        "a flow that the table lacks",
                        "NetworkPolicy therapy-service",
                        object -> ((ArrayNode) object.at("/spec/egress/1/ports"))
                                .addObject()
                                .put("port", 5432),
                        "therapy-service to kafka on 5432 is open and not in the table"),
                mistake(
                        "a flow to another's database",
                        "NetworkPolicy therapy-database",
                        object -> at(object, "/spec/ingress/0/from/0/podSelector/matchLabels")
                                .put("app.kubernetes.io/name", "scheduling-service"),
                        "scheduling-service to therapy-database on 5432 is open and not in the table"),
                mistake(
                        "one end alone",
                        "NetworkPolicy therapy-database",
                        object -> at(object, "/spec").remove("ingress"),
                        "therapy-service to therapy-database on 5432 is let out and not in"),
                mistake(
                        "an open namespace",
                        "NetworkPolicy default-deny",
                        object -> ((ArrayNode) object.at("/spec/policyTypes")).remove(1),
                        "Close the whole namespace both ways"));
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                mistake(
                        "a setting that no service reads",
                        "Deployment therapy-service",
                        object -> variable(object, "STEPWELL_NOTE_COSINE_WITHIN", "PT72H"),
                        "sets STEPWELL_NOTE_COSINE_WITHIN, which no service reads"),
                mistake(
                        "a setting of Kafka's that there is not",
                        "Deployment therapy-service",
                        object -> variable(object, "KAFKA_SSL_TRUSTSTORE_PATH", "/x"),
                        "sets KAFKA_SSL_TRUSTSTORE_PATH, which no service reads"),
                mistake(
                        "the owner's password where requests are answered",
                        "Deployment therapy-service",
                        object -> variable(object, "STEPWELL_DATABASE_OWNER", "therapy_owner"),
                        "STEPWELL_DATABASE_OWNER is the migration's and nobody else's"),
                mistake(
                        "a service without its keys",
                        "Deployment therapy-service",
                        object -> ((ArrayNode) object.at(API + "/env"))
                                .removeIf(each -> each.path("name").asText().equals("STEPWELL_SEAL_KEYS")),
                        "Deployment therapy-service lacks STEPWELL_SEAL_KEYS"));
    }

    private static Stream<Arguments> secrets() {
        return Stream.of(
                mistake(
                        "a secret's value in the tree",
                        "Deployment therapy-service",
                        object -> variable(object, "STEPWELL_MAIL_PASSWORD", "hunter"),
                        "STEPWELL_MAIL_PASSWORD has its value in the tree"),
                mistake(
                        "a Secret in the tree",
                        "Service therapy-service",
                        object -> object.put("kind", "Secret"),
                        "Secret therapy-service is in the tree"),
                mistake(
                        "a Secret that nobody makes",
                        "ExternalSecret stepwell-seal-keys",
                        object -> at(object, "/metadata").put("name", "stepwell-seal-key"),
                        "Nobody makes the Secret stepwell-seal-keys"));
    }
}
