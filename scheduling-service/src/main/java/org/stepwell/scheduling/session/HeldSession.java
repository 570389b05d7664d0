package org.stepwell.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/**
 * A session as whoever takes its attendance sees it.
 *
 * @param group none of a visit
 * @param sealedLink of a session by telehealth; it opens for its group
 */
public record HeldSession(
        SessionId id,
        @Nullable GroupId group,
        Modality modality,
        boolean inGroup,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        List<StaffId> facilitators,
        boolean scheduled,
        @Nullable String sealedLink) {

    /** True where its group meets by a link. */
    public boolean telehealth() {
        return sealedLink != null;
    }

    /** True where it is for one patient alone, and of no group. */
    boolean visit() {
        return group == null;
    }
}
