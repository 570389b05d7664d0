package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.time.Pulse;

/** The events of one patient, who is another in each test, on their way to a listener that writes down their numbers, or stumbles over them. */
@Dependent
class Stream {

    private static final String TOPIC = "stepwell.enrollment";
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000_000L);

    private final Sql sql;
    private final Cursors cursors;
    private final Parked parked;
    private final EventFamily<EnrollmentEvent> family = new EventFamily<>(EnrollmentEvent.class);
    private final Map<Long, RuntimeException> stumbles = new HashMap<>();
    private final PatientId patient = new PatientId(UUID.randomUUID());
    private ClinicId clinic = Person.RIVERSIDE;
    private String topic = TOPIC;
    private boolean inOrder;
    private Applier<EnrollmentEvent> applier;

    Stream(Sql sql, Cursors cursors, Parked parked) {
        this.sql = sql;
        this.cursors = cursors;
        this.parked = parked;
        this.applier = applier(Duration.ofMinutes(1));
    }

    Stream anotherAt(ClinicId other) {
        var another = new Stream(sql, cursors, parked);
        another.clinic = other;
        return another;
    }

    /** From now on these are states, of which the newest counts. */
    void ofStates() {
        topic = TOPIC + ".state";
    }

    void inOrderAcrossClinics() {
        inOrder = true;
    }

    void withPatience(Duration longest) {
        applier = applier(longest);
    }

    private Applier<EnrollmentEvent> applier(Duration longest) {
        return new Applier<>(listener(), family, cursors, parked, new Patience(longest), new Pulse());
    }

    private Retelling<EnrollmentEvent> listener() {
        return new Retelling<>(
                new Listener<>() {
                    @Override
                    public Class<EnrollmentEvent> publisher() {
                        return EnrollmentEvent.class;
                    }

                    @Override
                    public boolean inOrderAcrossClinics() {
                        return inOrder;
                    }

                    @Override
                    public void on(EnrollmentEvent event, Envelope envelope) {
                        hear(event, envelope);
                    }
                },
                "enrollment");
    }

    private void hear(EnrollmentEvent event, Envelope envelope) {
        var about = ((DischargePlanCancelled) event).patient();
        sql.update(
                "insert into probe_seen (type, patient_id) values (?, ?)",
                Long.toString(envelope.sequence()),
                about.value());
        var stumble = about.equals(patient) ? stumbles.get(envelope.sequence()) : null;
        if (stumble != null) {
            throw stumble;
        }
    }

    void stumblesOver(long sequence, RuntimeException failure) {
        stumbles.put(sequence, failure);
    }

    void stumblesNoMore() {
        stumbles.clear();
    }

    String key() {
        return patient.toString();
    }

    /** One batch of these numbers, each at an offset of its own. */
    void applies(long... sequences) {
        apply(LongStream.of(sequences).mapToObj(this::record).toList());
    }

    void apply(List<Incoming<EnrollmentEvent>> records) {
        applier.apply(records);
    }

    int replays() {
        return replaysFrom(null);
    }

    int replaysFrom(@Nullable Long from) {
        return replays(from, null).applied();
    }

    Replay.Done replaysWithout(long passing) {
        return replays(null, passing);
    }

    private Replay.Done replays(@Nullable Long from, @Nullable Long passing) {
        var order = new ReplayOrder(topic, key(), from, passing, "ops:test");
        return new Replay<>(listener(), family, cursors, parked, new PassedOver(sql)).of(order);
    }

    Incoming<EnrollmentEvent> record(long sequence) {
        return recordAt(clinic, sequence);
    }

    Incoming<EnrollmentEvent> recordAt(ClinicId where, long sequence) {
        return read(message(where, sequence, key(), "discharge-plan-cancelled.v1"));
    }

    Incoming<EnrollmentEvent> read(ConsumerRecord<String, byte[]> message) {
        return Incoming.read(message, family);
    }

    /** One that this release does not know. */
    Incoming<EnrollmentEvent> unreadable(long sequence) {
        return read(message(clinic, sequence, key(), "episode-vanished.v9"));
    }

    /** One without headers, and so without a number. */
    Incoming<EnrollmentEvent> headless() {
        var message = message(clinic, 1, key(), "none");
        List.of(message.headers().toArray()).forEach(header -> message.headers().remove(header.key()));
        return read(message);
    }

    /** A message whose parts are as bad as one likes. */
    ConsumerRecord<String, byte[]> message(long sequence, String key, String type, String header) {
        var message = message(clinic, sequence, key, type);
        message.headers().add(header, "va\0lue".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return message;
    }

    private ConsumerRecord<String, byte[]> message(ClinicId where, long sequence, String key, String type) {
        var event = new DischargePlanCancelled(patient, new EpisodeId(patient.value()), Instant.EPOCH);
        var sent = Broker.record(topic, key, type, EventFamily.write(event), where, sequence);
        return new ConsumerRecord<>(
                topic,
                0,
                OFFSETS.getAndIncrement(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    /** The numbers that had their effect, in the order they had it. */
    List<Long> applied() {
        return Arrays.asList(Person.RIVERSIDE, Person.HARBOR).stream()
                .flatMap(where ->
                        in(where, "select type from probe_seen where patient_id = ? order by position", patient.value())
                                .stream())
                .map(Long::valueOf)
                .toList();
    }

    List<String> reasons() {
        return parkedAs(key());
    }

    List<String> parkedAs(String key) {
        return in(clinic, "select reason from platform.parked where key = ? order by sequence, \"offset\"", key);
    }

    /** What was left out for good, with who left it out. */
    List<String> passedOver() {
        return in(clinic, """
                select concat_ws(' ', coalesce(sequence::text, 'none'), passed_by, headers ->> 'ce_type', length(body))
                from platform.passed_over where key = ? order by sequence, "offset"
                """, key());
    }

    long cursor() {
        return in(clinic, "select last::text from platform.cursor where key = ?", key()).stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }

    /** As after a crash right behind the commit. */
    void movesTheCursorTo(long last) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update platform.cursor set last = ? where key = ?", last, key()));
    }

    private List<String> in(ClinicId where, String statement, Object value) {
        return ClinicContext.in(
                new ClinicContext.Work(where, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(statement, row -> row.getString(1), value)));
    }
}
