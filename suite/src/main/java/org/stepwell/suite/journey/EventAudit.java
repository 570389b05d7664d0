package org.stepwell.suite.journey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.stepwell.contracts.consent.ConsentEvent;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/**
 * An independent reader of all topics from their beginning: every key has all the numbers its publisher drew, every
 * listener has applied exactly up to the last one, nothing waits in an outbox and nothing is parked.
 */
final class EventAudit {

    /** The consent register beats on while we count, so its beats are left out. */
    private static final String HEARTBEAT = "/" + ConsentEvent.HEARTBEAT;

    private final Clinic clinic;
    private final TopicReader reader;

    EventAudit(Clinic clinic) {
        this.clinic = clinic;
        this.reader = new TopicReader(clinic.bootstrap());
    }

    /**
     * What was found.
     *
     * @param published events on the topics, each number once
     * @param repeated records that repeat a number, which is allowed and harmless
     * @param applied events that listeners applied, summed over all listeners
     * @param lost numbers that are missing, and events that a listener did not apply
     */
    record Finding(long published, long repeated, long applied, List<String> lost) {}

    Finding look() throws SQLException {
        var numbers = numbers();
        var lost = new ArrayList<>(numbers.gaps());
        long applied = 0;
        for (var service : Service.all()) {
            lost.addAll(numbers.unheard(last(service, "select topic, key, last from platform.stream")));
            lost.addAll(waiting(service));
            lost.addAll(unaudited(service));
            for (var publisher : Settled.LISTENERS.getOrDefault(service.title(), Set.of())) {
                var heardFrom = Settled.topicsOf(publisher);
                var cursors = last(
                        service,
                        "select topic, key, last from platform.cursor where listener = '%s'".formatted(publisher));
                lost.addAll(numbers.unapplied(service.title(), heardFrom, cursors));
                applied += numbers.applied(heardFrom, cursors);
            }
        }
        return new Finding(numbers.published(), numbers.repeated(), applied, lost);
    }

    /** Listeners that are not looked at below. */
    private List<String> unaudited(Service service) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select distinct listener from platform.cursor")) {
            while (row.next()) {
                if (!Settled.LISTENERS.getOrDefault(service.title(), Set.of()).contains(row.getString(1))) {
                    found.add("%s listens to %s, and nobody looks whether it hears"
                            .formatted(service.title(), row.getString(1)));
                }
            }
        }
        return found;
    }

    private EventNumbers numbers() {
        var numbers = new EventNumbers();
        for (var topic : reader.topics()) {
            var content = reader.all(topic);
            if (content.forgets()) {
                numbers.forgets(topic);
            }
            for (var record : content.records()) {
                if (record.key() != null && record.key().endsWith(HEARTBEAT)) {
                    continue;
                }
                var number = TopicReader.header(record, "ce_sequence").orElse("0");
                numbers.heard(new EventNumbers.Stream(topic, record.key()), Long.parseLong(number));
            }
        }
        return numbers;
    }

    private List<String> waiting(Service service) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'),
                               (select count(*) from platform.parked)
                        """)) {
            row.next();
            if (row.getLong(1) > 0) {
                found.add("%s did not send %d events".formatted(service.title(), row.getLong(1)));
            }
            if (row.getLong(2) > 0) {
                found.add("%s has %d events parked".formatted(service.title(), row.getLong(2)));
            }
        }
        return found;
    }

    /** The last number of each key, as a query answers it. */
    private Map<EventNumbers.Stream, Long> last(Service service, String query) throws SQLException {
        var last = new HashMap<EventNumbers.Stream, Long>();
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (!rows.getString(2).endsWith(HEARTBEAT)) {
                    last.put(new EventNumbers.Stream(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
        }
        return last;
    }

    /** How many different events of a type were told about these patients. */
    long told(String topic, String type, Collection<String> patients) {
        return ofType(topic, type)
                .filter(record -> patients.contains(record.key()))
                .map(record ->
                        record.key() + TopicReader.header(record, "ce_sequence").orElse(""))
                .distinct()
                .count();
    }

    /** The traces in which a type of event was told about a patient. */
    Set<String> traces(String topic, String type, String patient) {
        return traces(ofType(topic, type).filter(record -> patient.equals(record.key())));
    }

    /** The traces in which a type of event was told. */
    Set<String> traces(String topic, String type) {
        return traces(ofType(topic, type));
    }

    private static Set<String> traces(Stream<ConsumerRecord<String, byte[]>> records) {
        return records.flatMap(record -> TopicReader.header(record, "traceparent").stream())
                .map(parent -> parent.substring(3, 35))
                .collect(Collectors.toSet());
    }

    private Stream<ConsumerRecord<String, byte[]>> ofType(String topic, String type) {
        return reader.all(topic).records().stream()
                .filter(record -> TopicReader.header(record, "ce_type")
                        .filter(type::equals)
                        .isPresent());
    }
}
