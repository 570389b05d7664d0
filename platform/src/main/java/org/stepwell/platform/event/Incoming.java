package org.stepwell.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.id.ClinicId;

/** A record from the broker, read as far as it could be. */
record Incoming<E extends Event>(
        ConsumerRecord<String, byte[]> message,
        @Nullable Envelope envelope,
        @Nullable E event,
        @Nullable String unreadable) {

    static <E extends Event> Incoming<E> read(ConsumerRecord<String, byte[]> message, EventFamily<E> family) {
        @Nullable Envelope envelope = null;
        try {
            envelope = Headers.read(message);
            if (message.key() == null || message.value() == null) {
                throw new UnreadableEvent("the record has no key or no body");
            }
            return new Incoming<>(message, envelope, family.read(envelope.type(), message.value()), null);
        } catch (UnreadableEvent e) {
            return new Incoming<>(message, envelope, null, e.reason());
        }
    }

    String topic() {
        return message.topic();
    }

    String key() {
        return message.key() == null ? "" : message.key();
    }

    @Nullable
    Long sequence() {
        return envelope == null ? null : envelope.sequence();
    }

    @Nullable
    ClinicId clinic() {
        return envelope == null ? null : envelope.clinic();
    }
}
