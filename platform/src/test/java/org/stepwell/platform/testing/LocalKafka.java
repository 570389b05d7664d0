package org.stepwell.platform.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** One Kafka broker inside this JVM, which keeps its records in a folder. */
public final class LocalKafka implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final Duration RETENTION = Duration.ofDays(14);

    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** A topic: compacted keeps the newest record of each key for ever, the others keep all records for fourteen days. */
    public record TopicSpec(String name, boolean compacted, int partitions) {

        /** What happened once. */
        public static TopicSpec facts(String name) {
            return new TopicSpec(name, false, PARTITIONS);
        }

        /** How things stand: the newest of each key is kept. */
        public static TopicSpec state(String name) {
            return new TopicSpec(name, true, PARTITIONS);
        }

        /** State in one row: whoever has read a record has read all before it. */
        public static TopicSpec register(String name) {
            return new TopicSpec(name, true, 1);
        }

        /** The same with fewer partitions, where it has more. */
        TopicSpec within(int partitionsMax) {
            return new TopicSpec(name, compacted, Math.min(partitions, partitionsMax));
        }
    }

    /**
     * A second door, where both sides show a certificate and nobody may do what no rule allows. Whoever is at the first one may do
     * everything.
     *
     * @param host what the broker says it is called there
     * @param certificates {@code ssl.keystore.location} and the like
     */
    public record GuardedDoor(String host, int port, Map<String, String> certificates) {

        private void openWith(Properties settings) {
            settings.merge("listeners", ",GUARDED://127.0.0.1:" + port, LocalKafka::joined);
            settings.merge("advertised.listeners", ",GUARDED://%s:%d".formatted(host, port), LocalKafka::joined);
            settings.merge("listener.security.protocol.map", ",GUARDED:SSL", LocalKafka::joined);
            certificates.forEach((name, value) -> settings.put("listener.name.guarded." + name, value));
            settings.put("listener.name.guarded.ssl.client.auth", "required");
            settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
            settings.put("super.users", "User:ANONYMOUS");
        }
    }

    /** Starts the broker on this folder, which is formatted when it is new; port 0 takes a free one. */
    public static LocalKafka start(Path directory, int port, int controllerPort) throws IOException {
        return start(directory, settings(port, controllerPort));
    }

    /** The same on free ports, with a second door. */
    public static LocalKafka start(Path directory, GuardedDoor second) throws IOException {
        var settings = settings(0, 0);
        second.openWith(settings);
        return start(directory, settings);
    }

    private static LocalKafka start(Path directory, Properties settings) throws IOException {
        var data = Files.createDirectories(directory.toAbsolutePath());
        settings.put("log.dirs", data.toString());
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data, settings);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new LocalKafka(
                server, settings.getProperty("advertised.listeners").replaceFirst("PLAINTEXT://([^,]+).*", "$1"));
    }

    /** Where clients connect. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Makes sure that the topics exist, with the partitions they ask for. */
    public void createTopics(Collection<TopicSpec> topics) throws InterruptedException {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var admin = Admin.create(settings)) {
            var created =
                    admin.createTopics(topics.stream().map(LocalKafka::newTopic).toList());
            for (var topic : created.values().values()) {
                try {
                    topic.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Kafka did not create the topics (%s).".formatted(topics), e);
                    }
                }
            }
        }
    }

    /** Ends the broker; its records stay in their folder. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static NewTopic newTopic(TopicSpec topic) {
        var policy = topic.compacted()
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()));
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(policy);
    }

    private static Object joined(Object one, Object more) {
        return "%s%s".formatted(one, more);
    }

    private static Properties settings(int port, int controllerPort) throws IOException {
        var settings = new Properties();
        var broker = "PLAINTEXT://127.0.0.1:" + (port == 0 ? freePort() : port);
        var controller = "127.0.0.1:" + (controllerPort == 0 ? freePort() : controllerPort);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        // After a kill -9 the next start waits this long for the old registration; shorter fences a slow machine's only
        // broker.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        return settings;
    }

    private static void format(Path data, Properties settings) throws IOException {
        var file = data.resolveSibling(data.getFileName() + ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, "how this folder was formatted");
        }
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var arguments = new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        var code = StorageTool.execute(arguments, quiet);
        if (code != 0) {
            throw new IOException("Kafka could not format its folder (%s), code %d.".formatted(data, code));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
