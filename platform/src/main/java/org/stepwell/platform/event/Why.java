package org.stepwell.platform.event;

import java.util.Locale;

/** What holds a key, as the reason of one of its parked records begins. */
enum Why {
    /** A number before it has not come. */
    GAP,
    /** What it needs has not come in time; it is tried again without ops. */
    WAITS,
    /** The listener failed over it. */
    FAILED,
    /** This release can not read it. */
    UNREADABLE;

    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
