package org.stepwell.scheduling.session;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.stepwell.contracts.id.StaffId;

/** Somebody's time given to a session; a cancelled one gives it back. */
@Embeddable
record Facilitation(StaffId staff, Instant startsAt, Instant endsAt, boolean live) {

    Facilitation givenBack() {
        return new Facilitation(staff, startsAt, endsAt, false);
    }
}
