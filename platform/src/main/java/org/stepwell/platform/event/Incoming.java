package org.stepwell.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.id.ClinicId;

/**
 * A record from the broker, read as far as it could be.
 *
 * @param sequence its number among those of its key, which may be readable where the envelope as a whole is not
 */
record Incoming<E extends Event>(
        ConsumerRecord<String, byte[]> message,
        @Nullable Long sequence,
        @Nullable Envelope envelope,
        @Nullable E event,
        @Nullable String unreadable) {

    static <E extends Event> Incoming<E> read(ConsumerRecord<String, byte[]> message, EventFamily<E> family) {
        if (!namesAKey(message)) {
            return new Incoming<>(message, null, null, null, "the record has no key, or one that is no text");
        }
        @Nullable Long sequence = Headers.number(message);
        @Nullable Envelope envelope = null;
        try {
            envelope = Headers.read(message);
            if (message.value() == null) {
                throw new UnreadableEvent("the record has no body");
            }
            return new Incoming<>(message, sequence, envelope, family.read(envelope.type(), message.value()), null);
        } catch (UnreadableEvent e) {
            return new Incoming<>(message, sequence, envelope, null, e.reason());
        }
    }

    /** Without a key there is no order to keep: such a record has no number. */
    private static boolean namesAKey(ConsumerRecord<String, byte[]> message) {
        var key = message.key();
        return key != null && !key.isBlank() && key.equals(Parked.storable(key)) && key.indexOf(Parked.NO_TEXT) < 0;
    }

    String topic() {
        return message.topic();
    }

    String key() {
        return message.key() == null ? "" : Parked.storable(message.key());
    }

    Cursors.Place place() {
        return new Cursors.Place(topic(), key());
    }

    /** Why it can not be read. */
    String reason() {
        return "unreadable: " + (unreadable == null ? "no header" : unreadable);
    }

    @Nullable
    ClinicId clinic() {
        return envelope == null ? null : envelope.clinic();
    }
}
