package org.stepwell.scheduling.visit;

import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/**
 * A visit on the calendar.
 *
 * @param ahead while it is not over
 * @param missed it is over, and the patient was not there
 */
record Visit(
        SessionId session,
        EpisodeId episode,
        Modality modality,
        LocalDate day,
        int minutes,
        List<StaffId> clinicians,
        boolean ahead,
        boolean missed,
        AskedBy askedBy) {}
