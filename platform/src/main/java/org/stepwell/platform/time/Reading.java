package org.stepwell.platform.time;

import java.time.Duration;

/**
 * A number of the database that ops look at: read now and then on a thread of its own, so that whoever scrapes never waits for the
 * database and never makes it work. A bean for each; one cheap statement.
 */
public interface Reading {

    /** The name it has in {@code stepwell_reading_age_seconds}. */
    String name();

    /** How long it rests between two looks. */
    default Duration pause() {
        return Duration.ofSeconds(5);
    }

    /** Looks, in a transaction of its own. */
    void read();
}
