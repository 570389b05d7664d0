package org.stepwell.scheduling.enrolled;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;

/**
 * A stay in the program, as enrollment admitted it.
 *
 * @param absences when the patient is away meanwhile, in order
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
        List<Absence> absences,
        @Nullable LocalDate lastDay) {

    /** True until the last day is over; whoever was discharged ahead stays until then. */
    public boolean admittedOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    /** True on the days on which the patient is in the program and not away. */
    public boolean hereOn(LocalDate day) {
        return !day.isBefore(start) && admittedOn(day) && !awayOn(day);
    }

    /** True on the days on which nobody expects the patient. */
    public boolean awayOn(LocalDate day) {
        return absences.stream().anyMatch(one -> one.covers(day));
    }

    /** True where the patient is away on some day from one to another, both included. */
    public boolean awayWithin(LocalDate from, LocalDate through) {
        return absences.stream().anyMatch(one -> one.touches(from, through));
    }

    /** True where the patient is in the program from a day to a later one, both included, without a missing day. */
    public boolean covers(LocalDate from, LocalDate through) {
        return !start.isAfter(from) && (lastDay == null || !lastDay.isBefore(through)) && !awayWithin(from, through);
    }

    /** The first day, or the last one on which the patient came back, by a day; a time away that was called off cuts nothing. */
    public LocalDate hereSince(LocalDate day) {
        return absences.stream()
                .filter(one -> !one.calledOff())
                .map(Absence::backOn)
                .filter(Objects::nonNull)
                .filter(back -> !back.isAfter(day))
                .reduce(start, (_, later) -> later);
    }

    /** The first day of the last time away. */
    public Optional<LocalDate> lastAwayFrom() {
        return absences.isEmpty()
                ? Optional.empty()
                : Optional.of(absences.getLast().from());
    }
}
