package org.stepwell.platform.event;

import java.util.UUID;

/**
 * A key that is held for a listener.
 *
 * @param id made of the three others, so that a list of them has pages and no URL has a key in it
 */
record ParkedKey(UUID id, String listener, String topic, String key) {

    /** Comes before all others. */
    static final UUID BEFORE_ALL = new UUID(0, 0);
}
