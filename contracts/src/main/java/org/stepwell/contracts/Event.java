package org.stepwell.contracts;

import java.time.Instant;

/** Something that happened, told once by the service that owns the fact; the wire name stands in the envelope. */
public interface Event {

    /** When it happened, in clinic time. */
    Instant at();

    /** What it is ordered by on its topic: events with the same key arrive in the order they happened. */
    String key();
}
