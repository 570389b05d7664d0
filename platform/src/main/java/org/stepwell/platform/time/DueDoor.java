package org.stepwell.platform.time;

import java.time.Instant;
import java.util.UUID;

/**
 * The clock door of a feature: does one thing when its time has come, in a transaction of the subject's clinic. It is
 * tried again until it succeeds, so it never throws for what is only a no.
 */
public interface DueDoor {

    /** What falls due, such as {@code note-overdue}; the same word with which it was set. */
    String kind();

    /**
     * Whether it talks to something outside of this house, such as a mail server, which may be slow or away. Those have a thread
     * of their own: what is due inside waits for none of them.
     */
    default boolean outside() {
        return false;
    }

    /** Whether somebody may be in danger until it is done: then it waits for nothing else. */
    default boolean urgent() {
        return false;
    }

    /**
     * Does what is due. The row is gone unless this sets it anew.
     *
     * @param dueAt the time it was due, which may be long past after an outage
     */
    void due(UUID subject, Instant dueAt);
}
