package org.stepwell.platform.time;

/**
 * Where what is due is done: those who wait for somebody outside do not keep others waiting, and nobody keeps those waiting whom
 * somebody in danger needs.
 */
enum Lane {
    INSIDE("sweeper", 4),
    OUTSIDE("sweeper-outside", 2),
    URGENT("sweeper-urgent", 1);

    private final String word;
    private final int atOnce;

    Lane(String word, int atOnce) {
        this.word = word;
        this.atOnce = atOnce;
    }

    static Lane of(DueDoor door) {
        if (door.urgent()) {
            return URGENT;
        }
        return door.outside() ? OUTSIDE : INSIDE;
    }

    /** What its threads are called. */
    String word() {
        return word;
    }

    /** How many rows are done at once; each has a connection of the pool while it is done. */
    int atOnce() {
        return atOnce;
    }
}
