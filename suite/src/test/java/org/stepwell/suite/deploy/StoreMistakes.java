package org.stepwell.suite.deploy;

import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes in what keeps everything: brokers, their topics and rights, and databases. */
final class StoreMistakes {

    private StoreMistakes() {}

    static Stream<Arguments> all() {
        return Stream.concat(kafka(), databases());
    }

    private static Stream<Arguments> kafka() {
        return Stream.of(
                mistake(
                        "a wrong topic",
                        "KafkaTopic stepwell.therapy",
                        object -> at(object, "/metadata").put("name", "stepwell.therapie"),
                        "The broker lacks stepwell.therapy"),
                mistake(
                        "partitions other than the code's",
                        "KafkaTopic stepwell.consent",
                        object -> at(object, "/spec").put("partitions", 12),
                        "KafkaTopic stepwell.consent: set /spec/partitions to 1 (it is 12)"),
                mistake(
                        "a state that is thrown away",
                        "KafkaTopic stepwell.therapy.state",
                        object -> at(object, "/spec/config").put("cleanup.policy", "delete"),
                        "set /spec/config/cleanup.policy to compact"),
                mistake(
                        "a missing right",
                        "KafkaUser therapy-kafka",
                        object -> ((ArrayNode) object.at("/spec/authorization/acls")).remove(0),
                        "KafkaUser therapy-kafka lacks literal topic stepwell.account Read"),
                mistake(
                        "a right too many",
                        "KafkaUser scheduling-kafka",
                        object -> ((ArrayNode) object.at("/spec/authorization/acls/0/operations")).add("Write"),
                        "KafkaUser scheduling-kafka has literal topic stepwell.account Write, which nobody asks for"),
                mistake(
                        "a listener without certificates",
                        "Kafka stepwell",
                        object -> at(object, "/spec/kafka/listeners/0").put("tls", false),
                        "listen with mutual TLS"));
    }

    private static Stream<Arguments> databases() {
        return Stream.of(
                mistake(
                        "a database that takes too few connections",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/postgresql/parameters").put("max_connections", "100"),
                        "raise max_connections"),
                mistake(
                        "a commit on one disk",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/postgresql").remove("synchronous"),
                        "keep three instances, of which two have each commit"),
                mistake(
                        "a commit that waits for everybody",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/postgresql/synchronous").put("number", 3),
                        "refuses as many synchronous replicas as there are instances"),
                mistake(
                        "a password that PostgreSQL does not follow",
                        "ExternalSecret therapy-database-user",
                        object -> at(object, "/spec/target/template").remove("metadata"),
                        "give the Secret therapy-database-user the label cnpg.io/reload"),
                mistake(
                        "a database without backups",
                        "ScheduledBackup therapy-nightly",
                        object -> at(object, "/spec/cluster").put("name", "scheduling-database"),
                        "Cluster therapy-database: add a ScheduledBackup"),
                mistake(
                        "a database without a backup until the first night",
                        "ScheduledBackup therapy-nightly",
                        object -> at(object, "/spec").put("immediate", false),
                        "Cluster therapy-database: back it up at once"),
                mistake(
                        "a Keycloak that wants more connections than there are",
                        "Keycloak keycloak",
                        object -> at(object, "/spec/db").remove("poolMaxSize"),
                        "Keycloak may want 413; lower its poolMaxSize"));
    }
}
