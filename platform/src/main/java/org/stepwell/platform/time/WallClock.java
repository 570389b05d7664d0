package org.stepwell.platform.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Time as the machine has it: for audit, leases, retries and idempotency, never for what is due in the clinic. */
@Singleton
public class WallClock {

    /** Now. */
    public Instant instant() {
        return InstantSource.system().instant();
    }
}
