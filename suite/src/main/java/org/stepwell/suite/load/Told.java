package org.stepwell.suite.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Service;

/** What another service tells of somebody, one record a person, and the table that keeps it where it is heard. */
enum Told {
    PATIENT(MadeUp.STATE, "patient-changed.v1", "patient") {
        @Override
        String body(UUID person) {
            return MadeUp.body(person);
        }
    },
    STAFF("stepwell.scheduling.state", "staff-changed.v1", "staff") {
        @Override
        String body(UUID person) {
            return """
                    {"staff":"%s","credentials":["LCSW"],"active":true,"at":"2026-01-01T00:00:00Z"}""".formatted(person);
        }
    };

    private final String topic;
    private final String type;
    private final String table;

    Told(String topic, String type, String table) {
        this.topic = topic;
        this.type = type;
        this.table = table;
    }

    /** Something that this service hears: of patients, unless it is the one that tells of them. */
    static Told to(Service service) {
        return service == Service.ENROLLMENT ? STAFF : PATIENT;
    }

    abstract String body(UUID person);

    /** The event as the other's relay would send it. */
    ProducerRecord<String, byte[]> record(UUID event, UUID person) {
        var key = "%s/%s/%s".formatted(DemoClinic.RIVERSIDE, table, person);
        var record = new ProducerRecord<>(topic, key, body(person).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.toString(),
                        "ce_type", type,
                        "ce_source", "/stepwell/load",
                        "ce_time", "2026-01-01T00:00:00Z",
                        "ce_clinic", DemoClinic.RIVERSIDE,
                        "ce_sequence", "1",
                        "ce_actor", "service:load")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Counts the siblings of a person that have been heard of. */
    String count(UUID of, int n) {
        return "select count(*) from %s where clinic_id = '%s' and id between '%s' and '%s'"
                .formatted(table, DemoClinic.RIVERSIDE, MadeUp.sibling(of, 0), MadeUp.sibling(of, n));
    }
}
