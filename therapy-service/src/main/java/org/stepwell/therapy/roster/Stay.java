package org.stepwell.therapy.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/**
 * The days of an episode.
 *
 * @param from the first of them
 * @param lastDay the last, once there is one
 * @param overFrom the first day on which it is over: the one after the last, or where somebody died or never came, that of the word
 * @param today what day it is at the clinic
 */
public record Stay(
        EpisodeId episode,
        PatientId patient,
        LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate overFrom,
        LocalDate today) {

    /** The last day that came: today, or the last of all. */
    public LocalDate through() {
        return lastDay != null && lastDay.isBefore(today) ? lastDay : today;
    }

    /** True once the last day is over, or from the word on that somebody died. */
    public boolean isOver() {
        return overFrom != null && !overFrom.isAfter(today);
    }

    /** True of a day in the program that came. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through());
    }

    /** Which days it holds. */
    public String days() {
        return from.isAfter(through())
                ? "none: no day in the program has come"
                : "a day from %s to %s".formatted(from, through());
    }
}
