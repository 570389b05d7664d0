package org.stepwell.suite.journey;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** Tells services all that was ever said once more, in the cruellest way that keeps the one promise: order per key. */
final class Replay {

    /** What services know only from each other; every row must come out the same. */
    private static final Map<Service, List<String>> READ_MODELS = Map.of(
            Service.ENROLLMENT,
                    List.of(
                            "next_step",
                            "staff",
                            "disclosure",
                            "consent_applied",
                            "free_places",
                            "attended_session",
                            "signed_note",
                            "certification",
                            "treatment_plan",
                            "scored_measure"),
            Service.SCHEDULING,
                    List.of(
                            "patient",
                            "program",
                            "program_rules",
                            "episode",
                            "absence",
                            "approval",
                            "approval_rules",
                            "visits_needed",
                            "visit_need",
                            "platform.patient_contact"),
            Service.THERAPY,
                    List.of(
                            "patient",
                            "program",
                            "program_name",
                            "episode",
                            "staff",
                            "session",
                            "attendance",
                            "diagnosis",
                            "scored_measure",
                            "fellowship_ties",
                            "platform.patient_contact"),
            Service.AFTERCARE, List.of("patient", "episode", "hand_off", "busy_time", "platform.patient_contact"));

    private static final List<String> EVERYWHERE =
            List.of("platform.account", "platform.consent_register", "platform.safety_flag");

    /** What enrollment knows by itself, and tells the others. */
    private static final List<String> FROM_ENROLLMENT = List.of(
            "platform.clinic",
            "platform.care_team",
            "platform.care_ended",
            "platform.break_glass",
            "platform.merged_patient");

    /** What listeners leave beside them: the plumbing, and work that is begun by what was heard and differs by when. */
    private static final Set<String> BESIDE = Set.of(
            "note",
            "note_part",
            "objective",
            "objective_in_plan",
            "plan_review",
            "plan_review_cause",
            "measure_asked",
            "measure_calendar",
            "measure_track",
            "discharge_summary",
            "aftercare_plan",
            "plan_stint",
            "therapy_day",
            "visits_said",
            "check_in",
            "recheck",
            "placement",
            "places",
            "reminder",
            "week",
            "absence_run",
            "outreach_step",
            "platform.task",
            "platform.clinic",
            "platform.consent_heartbeat",
            "platform.cursor",
            "platform.heard",
            "platform.carried",
            "platform.forgotten",
            "platform.due",
            "platform.outbox",
            "platform.stream");

    /** What services did because of what they heard, without what people did since and the ids that are drawn anew. */
    private static final Map<Service, Map<String, String>> EFFECTS = Map.of(
            Service.THERAPY,
            Map.of(
                    "parts of notes",
                    """
                            select n.session_id || ' ' || p.patient_id from note n
                            join note_part p on p.clinic_id = n.clinic_id and p.note_id = n.id
                            """,
                    "interim plans",
                    "select episode_id || ' ' || interim from objective where interim is not null"),
            Service.AFTERCARE,
            Map.of(
                    "plans",
                    "select episode_id || ' ' || count(*) from aftercare_plan group by episode_id",
                    "days of therapy that were counted",
                    "select patient_id || ' ' || day || ' ' || kept from therapy_day where source = 'ATTENDANCE'"));

    private final Clinic clinic;

    Replay(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The rows of all read models, as text, in order, but for when a service heard of a consent; and what was done by them. */
    Map<String, List<String>> readModels() throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var service : Service.all()) {
            try (var connection = clinic.jdbc(service);
                    var statement = connection.createStatement()) {
                for (var table : tables(service)) {
                    rows.put(
                            service.title() + " " + table,
                            sorted(statement, "select (to_jsonb(t) - 'applied_at')::text from %s t".formatted(table)));
                }
                for (var effect : EFFECTS.getOrDefault(service, Map.of()).entrySet()) {
                    rows.put(service.title() + " " + effect.getKey(), sorted(statement, effect.getValue()));
                }
            }
        }
        return rows;
    }

    /** Tables that listeners have filled, as far as a retelling into empty databases shows, and that nobody compares. */
    List<String> uncompared() throws SQLException {
        var uncompared = new ArrayList<String>();
        for (var service : Service.all()) {
            try (var connection = clinic.jdbc(service);
                    var statement = connection.createStatement()) {
                var all = sorted(statement, """
                        select case schemaname when 'public' then '' else 'platform.' end || tablename from pg_tables
                        where schemaname in ('public', 'platform') and tablename not like '%history'
                        """);
                var filled = new ArrayList<String>();
                for (var table : all) {
                    if (!sorted(statement, "select 1::text from %s limit 1".formatted(table))
                            .isEmpty()) {
                        filled.add(table);
                    }
                }
                filled.removeAll(tables(service));
                filled.removeAll(BESIDE);
                filled.stream().map(table -> service.title() + " " + table).forEach(uncompared::add);
            }
        }
        return uncompared;
    }

    private static List<String> sorted(Statement statement, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<String> tables(Service service) {
        return Stream.of(
                        READ_MODELS.getOrDefault(service, List.of()),
                        EVERYWHERE,
                        service == Service.ENROLLMENT ? List.<String>of() : FROM_ENROLLMENT)
                .flatMap(List::stream)
                .toList();
    }

    /** The clinics, as enrollment has them: it hears of them from nobody, so that no retelling brings them back. */
    List<String> clinics() throws SQLException {
        try (var connection = clinic.jdbc(Service.ENROLLMENT);
                var statement = connection.createStatement()) {
            return sorted(statement, "select to_jsonb(c)::text from platform.clinic c");
        }
    }

    /** Puts them back into an empty database. */
    void found(List<String> clinics) throws SQLException {
        try (var connection = clinic.jdbc(Service.ENROLLMENT);
                var insert = connection.prepareStatement(
                        "insert into platform.clinic select * from jsonb_populate_record(null::platform.clinic, ?::jsonb)")) {
            for (var one : clinics) {
                insert.setString(1, one);
                insert.executeUpdate();
            }
        }
    }

    /** Everything on all topics. */
    List<ConsumerRecord<String, byte[]>> everythingSaid() {
        var reader = new TopicReader(clinic.bootstrap());
        return reader.topics().stream()
                .flatMap(topic -> reader.all(topic).records().stream())
                .toList();
    }

    /** Each record twice, the second time at any later moment, in any order across keys and topics. */
    static List<ConsumerRecord<String, byte[]>> twiceAndShuffled(
            List<ConsumerRecord<String, byte[]>> said, Random random) {
        var lanes = new LinkedHashMap<String, List<ConsumerRecord<String, byte[]>>>();
        said.forEach(record -> lanes.computeIfAbsent(record.topic() + " " + record.key(), _ -> new ArrayList<>())
                .add(record));
        var waiting = new ArrayList<Deque<ConsumerRecord<String, byte[]>>>();
        for (var lane : lanes.values()) {
            var told = new ArrayList<ConsumerRecord<String, byte[]>>();
            for (var record : lane.reversed()) {
                told.addFirst(record);
                told.add(1 + random.nextInt(told.size()), record);
            }
            waiting.add(new ArrayDeque<>(told));
        }
        var shuffled = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (!waiting.isEmpty()) {
            int turn = random.nextInt(waiting.size());
            shuffled.add(waiting.get(turn).removeFirst());
            if (waiting.get(turn).isEmpty()) {
                waiting.set(turn, waiting.getLast());
                waiting.removeLast();
            }
        }
        return shuffled;
    }

    /** Says these records again, each on its topic and partition, and waits until the broker has all. */
    void say(List<ConsumerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", clinic.bootstrap(), "acks", "all");
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(record -> sent.add(producer.send(new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value(), record.headers()))));
        }
        for (var one : sent) {
            one.get();
        }
    }
}
