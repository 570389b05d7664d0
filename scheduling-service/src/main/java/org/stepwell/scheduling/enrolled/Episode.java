package org.stepwell.scheduling.enrolled;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;

/**
 * A stay in the program, as enrollment admitted it.
 *
 * @param lastDay the last day in the program, which may be said ahead, or null until the patient is discharged
 */
public record Episode(
        EpisodeId id,
        PatientId patient,
        ProgramId program,
        String track,
        LocalDate start,
        LocalDate targetEnd,
        int weeklyMinutes,
        @Nullable LocalDate lastDay) {

    /** True until the last day is over; whoever was discharged ahead stays until then. */
    public boolean admittedOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    /** True where the patient is in the program from a day to a later one, both included, without a missing day. */
    public boolean covers(LocalDate from, LocalDate through) {
        return !start.isAfter(from) && (lastDay == null || !lastDay.isBefore(through));
    }
}
