package org.stepwell.platform.event;

import jakarta.persistence.OptimisticLockException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.problem.PassingTrouble;

/** What a failure says about the record that was being applied. */
enum Trouble {
    /** The database is away, or another replica was faster: about all records alike, and tried again for ever. */
    OF_THE_DATABASE,
    /** What the record needs is not there yet, or somebody changed it just now: tried again while patience lasts. */
    THAT_WAITS,
    /** The record itself can not be applied. */
    OF_ITS_OWN;

    static Trouble of(Throwable failure) {
        boolean cursorRace = DatabaseTrouble.constraintOf(failure)
                .filter("cursor_pkey"::equals)
                .isPresent();
        if (cursorRace || DatabaseTrouble.passes(failure)) {
            return OF_THE_DATABASE;
        }
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PassingTrouble
                    || t instanceof OptimisticLockException
                    || t instanceof StaleStateException) {
                return THAT_WAITS;
            }
        }
        return OF_ITS_OWN;
    }

    /** The kind of the failure at the bottom; its text may be about a patient. */
    static String rootOf(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure.getClass().getSimpleName() : rootOf(cause);
    }
}
