package org.stepwell.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** A session as whoever takes its attendance sees it. */
public record HeldSession(
        SessionId id,
        GroupId group,
        Modality modality,
        boolean inGroup,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        List<StaffId> facilitators,
        boolean scheduled) {}
