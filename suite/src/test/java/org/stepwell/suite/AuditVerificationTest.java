package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.platform.audit.AuditAnchor;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.Topics;

/** The nightly Job, started as its manifest says: reads the anchors and the database as the auditor, and ends with the verdict. */
class AuditVerificationTest {

    private static final Path MANIFEST = Path.of("../deploy/components/audit-verify/service/cronjob.yaml");

    @TempDir
    static Path folder;

    private static AuditedDatabase database;
    private static LocalKafka kafka;

    /** How it ended, and what it said. */
    private record Ended(int code, String said) {}

    @BeforeAll
    static void oneRowIsLinkedAndAnchoredOnTheTopic() throws Exception {
        database = AuditedDatabase.start(folder, "enrollment", "auditor's");
        kafka = LocalKafka.start(folder.resolve("kafka"), 0, 0);
        kafka.createTopics(Topics.all());
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(
                            AuditAnchor.TOPIC,
                            "enrollment/2026-03-02/019a0000-0000-7000-8000-000000000001",
                            "1 %s 2026-03-02T14:00:01Z".formatted(database.head())))
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
        database.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() throws Exception {
        var ended = verify(Map.of());

        assertThat(ended.said()).contains("enrollment", "1 rows", "anchored to 1: intact");
        assertThat(ended.code()).isZero();
    }

    @Test
    void whatSomebodyChangedFailsTheJobAndNamesTheLink() throws Exception {
        database.intrude("update platform.audit set actor = 'somebody else'");
        var ended = verify(Map.of());
        database.intrude("update platform.audit set actor = null");

        assertThat(ended.said()).contains("BROKEN at 1");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatLetsNobodyInIsNoVerdict() throws Exception {
        var ended = verify(Map.of("STEPWELL_DATABASE_AUDITOR_PASSWORD", "guessed"));

        assertThat(ended.said()).contains("which is no verdict").doesNotContain("guessed");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aVariableThatIsMissingIsNamed() throws Exception {
        var ended = verify(Map.of("STEPWELL_KAFKA", ""));

        assertThat(ended.said()).contains("set STEPWELL_KAFKA");
        assertThat(ended.code()).isEqualTo(2);
    }

    /** Its command and its variables, but for where database and broker are, and what they ask for. */
    private static Ended verify(Map<String, String> otherwise) throws IOException, InterruptedException {
        var container =
                new YAMLMapper().readTree(MANIFEST.toFile()).at("/spec/jobTemplate/spec/template/spec/containers/0");
        var here = new HashMap<>(Map.of(
                "STEPWELL_DATABASE_URL",
                database.url(),
                "STEPWELL_DATABASE_AUDITOR",
                "auditor",
                "STEPWELL_DATABASE_AUDITOR_PASSWORD",
                "auditor's",
                "STEPWELL_KAFKA",
                kafka.bootstrap()));
        here.putAll(otherwise);
        var builder = new ProcessBuilder(command(container)).redirectErrorStream(true);
        for (var variable : container.path("env")) {
            var name = variable.path("name").asText();
            if (!name.startsWith("KAFKA_")) {
                builder.environment().put(name, here.getOrDefault(name, "not said here"));
            }
        }
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private static List<String> command(JsonNode container) {
        var command = new ArrayList<String>();
        container
                .path("command")
                .forEach(word ->
                        command.add(word.asText().replace("/app/lib/main/*", System.getProperty("java.class.path"))));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return command;
    }
}
