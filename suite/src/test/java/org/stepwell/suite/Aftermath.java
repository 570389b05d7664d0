package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.audit.AuditFinding;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.LocalPostgres;
import org.stepwell.suite.journey.TopicReader;

/** Aftercare between an enrollment that this test speaks for and a topic that it reads: what it hears, does, says and audits. */
final class Aftermath {

    static final UUID CLINIC = UUID.fromString("019a0000-0000-7000-8000-0000000000c1");

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");
    private static final String SOME_ID = "019a0000-0000-7000-8000-000000000abc";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Clinic stores;

    Aftermath(Clinic stores) {
        this.stores = stores;
    }

    /** A key, with the number and the id of an event. */
    record Said(String key, String number, String type, String id) {}

    /** Enrollment says something of a patient, who is their episode too. */
    void enrollmentSays(UUID patient, long number, String type) throws Exception {
        send(
                "stepwell.enrollment",
                patient.toString(),
                number,
                type,
                golden(type).replace(SOME_ID, patient.toString()));
    }

    /** Enrollment says which clinic there is. */
    void enrollmentSaysItsClinic() throws Exception {
        var type = "clinic-changed.v1";
        var body = golden(type).replace(SOME_ID, CLINIC.toString()).replace("\"zone\":\"text\"", "\"zone\":\"UTC\"");
        send("stepwell.enrollment.state", CLINIC + "/clinic/" + CLINIC, 1, type, body);
    }

    /** The register of consents says that it is there. */
    void registerBeats() throws Exception {
        var body = "{\"at\":\"%s\"}".formatted(Instant.now());
        send("stepwell.consent", CLINIC + "/heartbeat", 1, "consent-heartbeat.v1", body);
    }

    private void send(String topic, String key, long number, String type, String body) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", stores.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(Broker.record(topic, key, type, body, new ClinicId(CLINIC), number))
                    .get();
        }
    }

    /** What a request of somebody at aftercare would leave behind: an event with the next number of its key. */
    void somebodyChanges(UUID patient) throws SQLException {
        execute(waits(patient));
    }

    /** The statement that leaves it there. */
    static String waits(UUID patient) {
        return """
                with drawn as (
                    insert into platform.stream as s (topic, key, last) values ('stepwell.aftercare', '%1$s', 1)
                    on conflict (topic, key) do update set last = s.last + 1 returning last)
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body)
                select gen_random_uuid(), 'stepwell.aftercare', '%1$s', last, 'milestone-reached.v1', now(), '%2$s',
                    'clinician:carl', '{}' from drawn
                """.formatted(patient, CLINIC);
    }

    /** What a request would leave in the audit. */
    void somebodyReads() throws SQLException {
        execute("""
                insert into platform.audit (id, at, roles, operation, action, patients, records, outcome, status, address)
                values (uuidv7(), now(), '{}', 'PlanResource_read', 'R', '{}', '{}', 'ALLOWED', 200, '127.0.0.1')
                """);
    }

    /** All that aftercare said of a patient, in order, each number once however often it was sent. */
    List<Said> saidOf(UUID patient) {
        return new TopicReader(stores.bootstrap())
                .all("stepwell.aftercare").records().stream()
                        .filter(record -> patient.toString().equals(record.key()))
                        .map(record -> new Said(
                                record.key(),
                                Broker.header(record, "ce_sequence"),
                                Broker.header(record, "ce_type"),
                                Broker.header(record, "ce_id")))
                        .distinct()
                        .toList();
    }

    /** The standing of a patient's plans, in the order in which they were opened. */
    List<String> plansOf(UUID patient) throws SQLException {
        return texts("select status from aftercare_plan where patient_id = '%s' order by id".formatted(patient));
    }

    List<String> texts(String query) throws SQLException {
        try (var connection = stores.jdbc(Service.AFTERCARE);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = stores.jdbc(Service.AFTERCARE);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** Its audit, held against what it has anchored. */
    AuditFinding audit() throws SQLException, IOException {
        return Objects.requireNonNull(
                AuditVerify.verify(stores, List.of(Service.AFTERCARE)).get(Service.AFTERCARE.title()));
    }

    /** The same, as somebody asks elsewhere who answers for what was given up. */
    AuditFinding auditWithout(String givenUp) throws Exception {
        var settings = stores.settings();
        var service = Service.AFTERCARE;
        var words = List.of(
                service.title(),
                "--database",
                LocalPostgres.jdbcUrl(settings.ports().of(Door.POSTGRES), service.database()),
                "--user",
                "postgres",
                "--anchor",
                settings.auditAnchor(service).toString(),
                "--given-up",
                givenUp);
        var password = LocalPostgres.superuserPasswordOf(settings.postgresData());
        var findings = AuditElsewhere.of(words, Map.of("STEPWELL_AUDIT_PASSWORD", password))
                .verify();
        return Objects.requireNonNull(findings.get(service.title()));
    }

    long links() throws SQLException {
        return texts("select sequence from platform.audit_link").size();
    }

    /** Waits until something is so. */
    <T> void await(String what, Callable<T> asked, T expected) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        T found = asked.call();
        while (!expected.equals(found) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(200);
            found = asked.call();
        }
        assertThat(found).as(what).isEqualTo(expected);
    }

    private static String golden(String type) throws IOException {
        return Files.readString(GOLDEN.resolve(type + ".json")).strip();
    }
}
