package org.stepwell.platform.event;

import org.stepwell.contracts.Event;

/**
 * The Kafka door of a service for one publisher: a switch over everything that publisher says. It runs in the clinic's
 * transaction; it uses the event's own time and never does what can lose a race.
 */
public interface Listener<E extends Event> {

    /** The publisher's root interface. */
    Class<E> publisher();

    /** Whether what one clinic says waits for what another said before it, where both share a partition. */
    default boolean inOrderAcrossClinics() {
        return false;
    }

    /** Takes one event, exactly once, in the order of its key. */
    void on(E event, Envelope envelope);
}
