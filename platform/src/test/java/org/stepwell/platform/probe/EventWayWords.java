package org.stepwell.platform.probe;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** What tests of an event's way say, do and look at. */
abstract class EventWayWords {

    static final String TOPIC = "stepwell.enrollment";

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    final PatientId maya = new PatientId(UUID.randomUUID());

    io.restassured.response.Response replay(PatientId patient) {
        return replay(patient, Map.of());
    }

    io.restassured.response.Response replay(PatientId patient, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("listener", "enrollment", "topic", TOPIC, "key", patient.toString()));
        return Person.at("ops").with("acr", "2").asks().body(body).post("/api/probe/v1/parked/replay");
    }

    boolean commit(DischargePlanned... events) {
        return commitAll(List.of(events));
    }

    boolean commit(DischargePlanCancelled event) {
        return commitAll(List.of(event));
    }

    boolean commitAll(List<? extends org.stepwell.contracts.Event> events) {
        return inRiverside(() -> QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(events);
            return true;
        }));
    }

    static DischargePlanned planned(PatientId patient, int day) {
        return new DischargePlanned(
                patient,
                new EpisodeId(patient.value()),
                LocalDate.EPOCH.plusDays(day),
                org.stepwell.contracts.code.DischargeReason.MOVED,
                null,
                Instant.EPOCH);
    }

    static DischargePlanCancelled cancelled(PatientId patient) {
        return new DischargePlanCancelled(patient, new EpisodeId(patient.value()), Instant.EPOCH);
    }

    List<String> seen(PatientId patient) {
        return read(
                "select type from probe_seen where patient_id = ? order by position", String.class, patient.value());
    }

    List<String> traces(PatientId patient) {
        return read("select trace from probe_seen where patient_id = ?", String.class, patient.value());
    }

    long cursor(PatientId patient) {
        var found = read(
                "select last from platform.cursor where topic = '" + TOPIC + "' and key = ?",
                Long.class,
                patient.toString());
        return found.isEmpty() ? 0 : found.getFirst();
    }

    long parked(PatientId patient) {
        return read("select count(*) from platform.parked where key = ?", Long.class, patient.toString())
                .getFirst();
    }

    <T> List<T> read(String statement, Class<T> type, Object value) {
        return inRiverside(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(statement, row -> row.getObject(1, type), value)));
    }

    static List<Long> numbers(PatientId patient) {
        return Broker.all(TOPIC).stream()
                .filter(record -> patient.toString().equals(record.key()))
                .map(record -> Long.parseLong(Broker.header(record, "ce_sequence")))
                .toList();
    }

    static List<Long> oneTo(int last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }

    static <T, X extends Throwable> T inRiverside(ScopedValue.CallableOp<T, X> work) throws X {
        return ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), work);
    }
}
