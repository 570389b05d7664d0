package org.stepwell.contracts.code;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/**
 * One thing that is done with the patient alone, again and again.
 *
 * @param minutes how long it lasts at least
 * @param times how often in each turn
 * @param everyWeeks how many weeks a turn has, 1 where it is each week
 * @param clinician who answers for it, where somebody is named
 * @param from the first day
 * @param through the last day; missing where it goes on until another list is said
 */
public record VisitNeed(
        Modality modality,
        int minutes,
        int times,
        int everyWeeks,
        @Nullable StaffId clinician,
        LocalDate from,
        @Nullable LocalDate through) {}
