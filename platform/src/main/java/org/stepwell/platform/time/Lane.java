package org.stepwell.platform.time;

/** Where what is due is done: those who wait for somebody outside do not keep others waiting. */
enum Lane {
    INSIDE("sweeper", 4),
    OUTSIDE("sweeper-outside", 2);

    private final String word;
    private final int atOnce;

    Lane(String word, int atOnce) {
        this.word = word;
        this.atOnce = atOnce;
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
