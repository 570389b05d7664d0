package org.stepwell.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.LocalKafka.GuardedDoor;
import org.stepwell.platform.testing.LocalPostgres;

/** A database and a broker that let nobody in but as the manifests say: encrypted, by certificate, with the rights written down there. */
final class GuardedStores implements AutoCloseable {

    static final String BROKER = "stepwell-broker-0.stepwell-kafka-brokers.stepwell.svc";

    /** What can be changed without a start; the rest is about memory. */
    private static final String AT_ONCE =
            "select name from pg_settings where context not in ('postmaster', 'internal')";

    private static final String THE_TEST_ITSELF = "host all postgres 127.0.0.1/32 scram-sha-256";
    private static final String BEHIND_ALL_RULES = "host all all all scram-sha-256";

    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private GuardedStores(LocalPostgres postgres, LocalKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** On the ports of this clinic; {@code cluster} is the database's manifest, its certificate is called by its host. */
    static GuardedStores start(Settings settings, JsonNode cluster, Authority databases, String host, GuardedDoor door)
            throws Exception {
        var port = settings.ports().of(Door.POSTGRES);
        var postgres = LocalPostgres.start(settings.postgresData(), port, false, settings.log("postgres"));
        try {
            guard(postgres, settings.postgresData(), cluster.at("/spec/postgresql"), databases, host);
            var kafka = LocalKafka.start(settings.kafkaData(), door);
            kafka.createTopics(org.stepwell.platform.testing.Topics.all());
            return new GuardedStores(postgres, kafka);
        } catch (Exception e) {
            postgres.close();
            throw e;
        }
    }

    private static void guard(LocalPostgres postgres, Path data, JsonNode manifest, Authority databases, String host)
            throws Exception {
        var rules = new ArrayList<>(List.of(THE_TEST_ITSELF));
        manifest.path("pg_hba").forEach(rule -> rules.add(rule.asText()));
        rules.add(BEHIND_ALL_RULES);
        Files.write(data.resolve("pg_hba.conf"), rules);
        try (var connection = postgres.connect("postgres")) {
            var changeable = all(connection, AT_ONCE);
            for (var parameter : manifest.path("parameters").properties()) {
                if (changeable.contains(parameter.getKey())) {
                    set(connection, parameter.getKey(), parameter.getValue().asText());
                }
            }
            set(connection, "ssl_cert_file", databases.certificate(host).toString());
            set(connection, "ssl_key_file", databases.key(host).toString());
            set(connection, "ssl", "on");
            all(connection, "select pg_reload_conf()");
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter system set %s = %s".formatted(name, statement.enquoteLiteral(value)));
        }
    }

    LocalPostgres postgres() {
        return postgres;
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    /** Lets a user do what its KafkaUser says, as Strimzi's operator would, and no more. */
    void grant(JsonNode user) throws Exception {
        var principal = "User:CN=" + user.at("/metadata/name").asText();
        var rights = new ArrayList<AclBinding>();
        for (var rule : user.at("/spec/authorization/acls")) {
            var resource = rule.path("resource");
            var pattern = new ResourcePattern(
                    ResourceType.fromString(resource.path("type").asText()),
                    resource.path("name").asText(),
                    resource.path("patternType").asText("literal").equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (var operation : rule.path("operations")) {
                var named = AclOperation.fromString(operation.asText().toUpperCase(Locale.ROOT));
                rights.add(new AclBinding(
                        pattern, new AccessControlEntry(principal, "*", named, AclPermissionType.ALLOW)));
            }
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createAcls(rights).all().get();
        }
    }

    /** Who listens, each with how it stands. */
    List<String> groups() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId() + " "
                            + group.groupState().map(Object::toString).orElse("?"))
                    .toList();
        }
    }

    /** The first column of each row that the superuser gets. */
    List<String> all(String database, String query) throws SQLException {
        try (var connection = postgres.connect(database)) {
            return all(connection, query);
        }
    }

    private static List<String> all(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
