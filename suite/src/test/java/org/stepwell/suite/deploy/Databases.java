package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each service reaches its own database by the roles that are made there, and never more connections than it has. */
final class Databases implements Check {

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([a-z-]+)-rw:5432/([a-z]+)\\?sslmode=verify-full&sslrootcert=.+");

    /** The linker's, besides the pool. */
    private static final int BESIDES = 1;

    /** The migration's 4, 10 of operator, replication, backup and metrics, and 3 that PostgreSQL keeps for its superuser. */
    private static final int OTHERS = 17;

    private static final int OF_MIGRATION = 4;

    /** Where poolMaxSize is not said. */
    private static final int OF_KEYCLOAK = 100;

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (var pod : rendered.pods()) {
            if (pod.isOurs()) {
                reaches(rendered, pod, complaints);
            }
        }
        for (JsonNode secret : rendered.all("ExternalSecret")) {
            complaints.insist(
                    !Rendered.name(secret).contains("-database-")
                            || secret.at("/spec/target/template/metadata/labels")
                                    .path("cnpg.io/reload")
                                    .asText()
                                    .equals("true"),
                    "ExternalSecret %s: label it cnpg.io/reload, or a changed password is not taken",
                    Rendered.name(secret));
        }
        for (JsonNode audit : rendered.all("CronJob")) {
            audits(rendered, Rendered.name(audit), complaints);
        }
        for (JsonNode cluster : rendered.all("Cluster")) {
            var name = Rendered.name(cluster);
            complaints.insist(
                    !cluster.at("/spec/enableSuperuserAccess").asBoolean(true),
                    "Cluster %s: set enableSuperuserAccess to false",
                    name);
            complaints.insist(
                    cluster.at("/spec/walStorage/size").isTextual(), "Cluster %s: give the log a volume", name);
            follows(rendered, cluster, name, complaints);
            if (Restores.isServed(cluster)) {
                keeps(rendered, cluster, name, complaints);
            }
        }
        for (JsonNode keycloak : rendered.all("Keycloak")) {
            signsIn(rendered, keycloak, complaints);
        }
        return complaints.all();
    }

    private static void signsIn(Rendered rendered, JsonNode keycloak, Complaints complaints) {
        var host = keycloak.at("/spec/db/host").asText();
        var pool = keycloak.at("/spec/db/poolMaxSize").asInt(OF_KEYCLOAK);
        // One replica more while they change.
        var most = (keycloak.at("/spec/instances").asInt() + 1) * pool + OTHERS - OF_MIGRATION;
        var cluster = rendered.named("Cluster", host.replaceFirst("-rw$", ""));
        complaints.insist(cluster.isPresent(), "Keycloak asks %s, which is no Cluster's -rw Service", host);
        cluster.ifPresent(found -> complaints.insist(
                connections(found) >= most,
                "Cluster %s takes %d connections, and Keycloak may want %d; lower its poolMaxSize",
                Rendered.name(found),
                connections(found),
                most));
    }

    private static int connections(JsonNode cluster) {
        return cluster.at("/spec/postgresql/parameters/max_connections").asInt();
    }

    /** A new password reaches PostgreSQL when it reaches the service. */
    private static void follows(Rendered rendered, JsonNode cluster, String name, Complaints complaints) {
        var secrets = Stream.concat(
                Stream.of(Restores.bootstrap(cluster).at("/secret/name").asText()),
                Rendered.stream(cluster.at("/spec/managed/roles"))
                        .map(role -> role.at("/passwordSecret/name").asText()));
        secrets.flatMap(secret -> rendered.named("ExternalSecret", secret).stream())
                .forEach(secret -> complaints.insist(
                        secret.at("/spec/target/template/metadata/labels/cnpg.io~1reload")
                                .asText()
                                .equals("true"),
                        "Cluster %s: give the Secret %s the label cnpg.io/reload, or a new password is not taken",
                        name,
                        Rendered.name(secret)));
    }

    /** What is verified is the database that the service writes to. */
    private static void audits(Rendered rendered, String name, Complaints complaints) {
        var service = name.replaceFirst("audit-verify$", "service");
        complaints.insist(
                address(rendered, name).equals(address(rendered, service)),
                "CronJob %s: let STEPWELL_DATABASE_URL be that of %s",
                name,
                service);
    }

    private static String address(Rendered rendered, String owner) {
        return rendered.pods().stream()
                .filter(pod -> Rendered.name(pod.owner()).equals(owner))
                .map(pod -> pod.variable("STEPWELL_DATABASE_URL").path("value").asText())
                .collect(Collectors.joining());
    }

    private static void keeps(Rendered rendered, JsonNode cluster, String name, Complaints complaints) {
        complaints.insist(
                rendered.all("HorizontalPodAutoscaler").isEmpty()
                        || (cluster.at("/spec/instances").asInt() >= 3
                                && cluster.at("/spec/postgresql/synchronous/number")
                                                .asInt()
                                        >= 1
                                && cluster.at("/spec/postgresql/synchronous/failoverQuorum")
                                        .asBoolean()),
                "Cluster %s: keep three instances, of which two have each commit, with failoverQuorum",
                name);
        complaints.insist(
                cluster.at("/spec/postgresql/synchronous/number").asInt()
                        < cluster.at("/spec/instances").asInt(),
                "Cluster %s: CloudNativePG refuses as many synchronous replicas as there are instances",
                name);
        var store = cluster.at("/spec/plugins/0/parameters/barmanObjectName").asText();
        complaints.insist(
                rendered.named("ObjectStore", store).isPresent(),
                "Cluster %s: its ObjectStore %s is not there",
                name,
                store);
        var backup = rendered.all("ScheduledBackup").stream()
                .filter(each -> each.at("/spec/cluster/name").asText().equals(name))
                .findFirst();
        complaints.insist(backup.isPresent(), "Cluster %s: add a ScheduledBackup", name);
        complaints.insist(
                backup.isEmpty() || backup.get().at("/spec/immediate").asBoolean(),
                "Cluster %s: back it up at once, or what happens before the first night is lost with it",
                name);
    }

    private static void reaches(Rendered rendered, Rendered.Pod pod, Complaints complaints) {
        var url =
                URL.matcher(pod.variable("STEPWELL_DATABASE_URL").path("value").asText());
        if (!url.matches()) {
            complaints.insist(
                    false,
                    "%s: let STEPWELL_DATABASE_URL lead to a database's -rw Service, with sslmode=verify-full",
                    pod.name());
            return;
        }
        var cluster = rendered.named("Cluster", url.group(1));
        complaints.insist(cluster.isPresent(), "%s: there is no Cluster %s", pod.name(), url.group(1));
        cluster.ifPresent(found -> {
            var bootstrap = Restores.bootstrap(found);
            complaints.same("Cluster " + url.group(1), bootstrap, "/database", url.group(2));
            var roles = Rendered.stream(found.at("/spec/managed/roles"))
                    .map(role -> role.at("/passwordSecret/name").asText())
                    .collect(Collectors.toSet());
            complaints.same(
                    pod.name(),
                    Set.of(secret(pod, "STEPWELL_DATABASE_USER"), secret(pod, "STEPWELL_DATABASE_AUDITOR")),
                    roles,
                    "its Cluster and it name the same Secrets of roles");
            complaints.insist(
                    !pod.isMigration()
                            || secret(pod, "STEPWELL_DATABASE_OWNER")
                                    .equals(bootstrap.at("/secret/name").asText()),
                    "%s: migrate as the owner of the database",
                    pod.name());
            fits(rendered, pod, found, complaints);
        });
    }

    private static void fits(Rendered rendered, Rendered.Pod pod, JsonNode cluster, Complaints complaints) {
        var replicas = rendered.named("HorizontalPodAutoscaler", Rendered.name(pod.owner()))
                .map(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .orElse(1);
        var pool = Integer.parseInt(Source.property("quarkus.datasource.jdbc.max-size")
                .orElseThrow()
                .replaceAll("\\D", ""));
        // One replica more while they change.
        var most = (replicas + 1) * (pool + BESIDES) + OTHERS;
        complaints.insist(
                connections(cluster) >= most,
                "Cluster %s takes %d connections, and its service may want %d; raise max_connections",
                Rendered.name(cluster),
                connections(cluster),
                most);
    }

    private static String secret(Rendered.Pod pod, String name) {
        return pod.variable(name).at("/valueFrom/secretKeyRef/name").asText();
    }
}
