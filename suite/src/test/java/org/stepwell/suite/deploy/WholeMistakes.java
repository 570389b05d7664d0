package org.stepwell.suite.deploy;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.stepwell.suite.deploy.Mistake.API;
import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes in how all of it holds together: where it stands, what it is called everywhere, in which order it comes. */
final class WholeMistakes {

    private static final String NOTHING = "0".repeat(64);

    private WholeMistakes() {}

    static Stream<Arguments> all() {
        return Stream.of(spread(), saidOnce(), steps(), images(), ways()).flatMap(each -> each);
    }

    private static Stream<Arguments> spread() {
        return Stream.of(
                mistake(
                        "brokers that share a node",
                        "KafkaNodePool broker",
                        object -> at(object, "/spec/template/pod").remove("affinity"),
                        "KafkaNodePool broker: keep each on a node of its own"),
                mistake(
                        "controllers that share a zone",
                        "KafkaNodePool controller",
                        object -> at(object, "/spec/template/pod/topologySpreadConstraints/0")
                                .put("whenUnsatisfiable", "ScheduleAnyway"),
                        "KafkaNodePool controller: keep each in a zone of its own"),
                mistake(
                        "a database that is kept apart from another's instances",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/topologySpreadConstraints/0/labelSelector/matchLabels")
                                .put("cnpg.io/cluster", "scheduling-database"),
                        "Cluster therapy-database: keep each in a zone of its own"),
                mistake(
                        "two releases counted as one",
                        "Deployment therapy-service",
                        object -> at(object, "/spec/template/spec/topologySpreadConstraints/1")
                                .remove("matchLabelKeys"),
                        "Deployment therapy-service: spread its own replicas over kubernetes.io/hostname"));
    }

    private static Stream<Arguments> saidOnce() {
        return Stream.of(
                mistake(
                        "sign-in under another name than the issuer's",
                        "HTTPRoute identity",
                        object -> ((ArrayNode) object.at("/spec/hostnames")).set(0, "login.example"),
                        "HTTPRoute identity: set /spec/hostnames/0 to identity.stepwell.example"),
                mistake(
                        "a migration that is told another issuer",
                        "Job therapy-migration",
                        object -> object.at(API + "/env").forEach(WholeMistakes::otherwise),
                        "Job therapy-migration: let STEPWELL_ISSUER be that of the settings"),
                mistake(
                        "a name that nobody said",
                        "Cluster therapy-database",
                        object -> at(object, "/spec/bootstrap/initdb/secret").put("name", "this-database-owner"),
                        "Cluster therapy-database: nobody said a name in place of \"this-database-owner\""));
    }

    private static void otherwise(JsonNode variable) {
        if (variable.path("name").asText().equals("STEPWELL_ISSUER")) {
            ((ObjectNode) variable).put("value", "https://login.example/realms/stepwell");
        }
    }

    private static Stream<Arguments> steps() {
        return Stream.of(
                mistake(
                        "a service that comes before its migration",
                        "Deployment therapy-service",
                        object -> at(object, "/metadata/labels").remove("app.kubernetes.io/component"),
                        "Deployment therapy-service comes at the wrong step of an installation"),
                mistake(
                        "a Secret that comes with the migrations",
                        "ExternalSecret stepwell-accounts",
                        object -> object.withObject("/metadata/labels").put("app.kubernetes.io/component", "migration"),
                        "ExternalSecret stepwell-accounts comes at the wrong step"),
                mistake(
                        "a migration that gives up early",
                        "Job therapy-migration",
                        object -> at(object, "/spec").put("backoffLimit", 3),
                        "Job therapy-migration gives up after 70 seconds of the 600 it has"),
                mistake(
                        "a migration whose reason to fail goes away",
                        "Job therapy-migration",
                        object -> at(object, "/spec").put("ttlSecondsAfterFinished", 600),
                        "Job therapy-migration goes away by itself"));
    }

    private static Stream<Arguments> images() {
        return Stream.of(
                mistake(
                        "an audit that is verified in another database",
                        "CronJob therapy-audit-verify",
                        object -> ((ObjectNode) object.at("/spec/jobTemplate" + API + "/env/0"))
                                .put("value", "jdbc:postgresql://therapy-restored-rw:5432/therapy"),
                        "CronJob therapy-audit-verify: let STEPWELL_DATABASE_URL be that of therapy-service"),
                mistake(
                        "a nightly Job as root",
                        "CronJob therapy-audit-verify",
                        object -> at(object, "/spec/jobTemplate/spec/template/spec/securityContext")
                                .put("runAsUser", 0),
                        "CronJob therapy-audit-verify: set /securityContext/runAsUser to 10001 (it is 0)"),
                mistake(
                        "another's image with a digest of nothing",
                        "Cluster therapy-database",
                        object -> at(object, "/spec")
                                .put("imageName", "ghcr.io/cloudnative-pg/postgresql:18.6@sha256:" + NOTHING),
                        "look its digest up, and say it in base/once"),
                mistake(
                        "a database's image without its tag",
                        "Cluster therapy-database",
                        object -> at(object, "/spec").put("imageName", "postgresql@sha256:" + NOTHING),
                        "Cluster therapy-database: CloudNativePG refuses an image without a tag"));
    }

    private static Stream<Arguments> ways() {
        Consumer<Rendered> alike = rendered ->
                rendered.settings().orElseThrow().withObject("/data").remove("STEPWELL_LIMITS_TRUSTED_PROXIES");
        return Stream.of(
                arguments(
                        "callers who share one address",
                        alike,
                        "set STEPWELL_LIMITS_TRUSTED_PROXIES to the Gateway's network"),
                mistake(
                        "the internet with this network in it",
                        "NetworkPolicy mail-outside",
                        object -> at(object, "/spec/egress/0/to/0/ipBlock").remove("except"),
                        "NetworkPolicy mail-outside opens the whole network"),
                mistake(
                        "a route without an end",
                        "HTTPRoute identity",
                        object -> at(object, "/spec/rules/0").remove("timeouts"),
                        "HTTPRoute identity: say how long a request to keycloak-service may take"),
                mistake(
                        "a password that is changed and not taken",
                        "ExternalSecret therapy-database-user",
                        object -> at(object, "/spec/target/template").remove("metadata"),
                        "ExternalSecret therapy-database-user: label it cnpg.io/reload"),
                mistake(
                        "a stop that the last thread outlives",
                        "Deployment therapy-service",
                        object -> at(object, "/spec/template/spec").put("terminationGracePeriodSeconds", 42),
                        "give it longer to stop"),
                mistake(
                        "a key that nobody puts into the vault",
                        "Deployment enrollment-service",
                        object -> object.at(API + "/env").findParents("secretKeyRef").stream()
                                .map(each -> (ObjectNode) each.path("secretKeyRef"))
                                .filter(each -> each.path("name").asText().equals("stepwell-accounts"))
                                .forEach(each -> each.put("key", "privat-key")),
                        "Nobody is told to put privat-key into the entry of stepwell-accounts"),
                mistake(
                        "the private key of a database's authority in Keycloak",
                        "Keycloak keycloak",
                        object -> object.withObject("/spec/truststores/database/secret")
                                .put("name", "keycloak-database-ca"),
                        "Keycloak keycloak: $.spec: property 'truststores' is not defined"));
    }
}
