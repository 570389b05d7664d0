package org.stepwell.platform.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;

/** The keys of a batch that stay where they are until their partition is tried again, and why. */
final class Held {

    private final Set<Cursors.Place> places = new HashSet<>();
    private @Nullable RuntimeException why;

    void hold(Cursors.Place place, RuntimeException waits) {
        places.add(place);
        why = why == null ? waits : why;
    }

    boolean holds(Cursors.Place place) {
        return places.contains(place);
    }

    <E extends Event> List<Incoming<E>> without(List<Incoming<E>> records) {
        return records.stream().filter(record -> !holds(record.place())).toList();
    }

    /** Sets the partition back, where anything is held. */
    void rethrow() {
        if (why != null) {
            throw why;
        }
    }
}
