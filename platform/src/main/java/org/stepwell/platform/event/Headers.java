package org.stepwell.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/** Writes an envelope into Kafka headers and reads it back. */
final class Headers {

    private static final String SPEC_VERSION = "1.0";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private Headers() {}

    static void write(Envelope envelope, String key, ProducerRecord<String, byte[]> message) {
        put(message, "ce_specversion", SPEC_VERSION);
        put(message, "ce_id", envelope.id().toString());
        put(message, "ce_type", envelope.type());
        put(message, "ce_source", envelope.source());
        put(message, "ce_time", envelope.time().toString());
        put(message, "ce_subject", key);
        put(message, "ce_clinic", envelope.clinic().toString());
        put(message, "ce_sequence", Long.toString(envelope.sequence()));
        put(message, "ce_actor", envelope.actor());
        put(message, "content-type", "application/json");
        if (envelope.causation() != null) {
            put(message, "ce_causation", envelope.causation().toString());
        }
        if (envelope.traceparent() != null) {
            put(message, "traceparent", envelope.traceparent());
        }
    }

    /** The envelope of a record; one that lacks a header or has a bad one can not be read. */
    static Envelope read(ConsumerRecord<String, byte[]> message) throws UnreadableEvent {
        try {
            @Nullable String causation = find(message, "ce_causation");
            return new Envelope(
                    UUID.fromString(get(message, "ce_id")),
                    get(message, "ce_type"),
                    get(message, "ce_source"),
                    Instant.parse(get(message, "ce_time")),
                    ClinicId.fromString(get(message, "ce_clinic")),
                    Long.parseLong(get(message, "ce_sequence")),
                    get(message, "ce_actor"),
                    causation == null ? null : UUID.fromString(causation),
                    find(message, "traceparent"));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new UnreadableEvent("a header is not what it should be (%s)"
                    .formatted(e.getClass().getSimpleName()));
        }
    }

    /** The number alone, also where another header is bad: a record that can not be read yet keeps its place among its key's. */
    static @Nullable Long number(ConsumerRecord<String, byte[]> message) {
        @Nullable String said = find(message, "ce_sequence");
        return said != null && NUMBER.matcher(said).matches() ? Long.valueOf(said) : null;
    }

    private static String get(ConsumerRecord<String, byte[]> message, String name) throws UnreadableEvent {
        @Nullable String value = find(message, name);
        if (value == null) {
            throw new UnreadableEvent("the header %s is missing".formatted(name));
        }
        return value;
    }

    static @Nullable String find(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
