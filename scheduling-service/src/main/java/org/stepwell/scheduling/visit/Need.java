package org.stepwell.scheduling.visit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.enrolled.Episode;

/**
 * Something that the plan of an episode, or what follows it, asks for in visits.
 *
 * @param place among all that the same one asks for
 * @param times how often in each turn
 * @param everyWeeks how many weeks a turn has
 * @param through the last day, or null while it goes on
 */
record Need(
        EpisodeId episode,
        AskedBy askedBy,
        int place,
        Modality modality,
        int minutes,
        int times,
        int everyWeeks,
        @Nullable StaffId clinician,
        LocalDate from,
        @Nullable LocalDate through) {

    private static final int DAYS_IN_WEEK = 7;

    /** The weeks in which it is wanted so often; the clinic's weeks, all of them whole. */
    record Turn(Need need, LocalDate from, LocalDate through) {

        boolean isMetBy(Visit visit) {
            return visit.askedBy() == need.askedBy
                    && visit.modality() == need.modality
                    && visit.minutes() >= need.minutes
                    && !visit.day().isBefore(from)
                    && !visit.day().isAfter(through);
        }

        boolean isMetByWhoeverIsNamed(Visit visit) {
            return isMetBy(visit)
                    && need.clinician != null
                    && visit.clinicians().contains(need.clinician);
        }
    }

    /** Whether a visit on a day can be for it: in the program for what its plan asks, and after it for what follows. */
    boolean asksOn(LocalDate day, Episode whose) {
        return switch (askedBy) {
            case THERAPY -> whose.hereOn(day);
            case AFTERCARE -> !whose.admittedOn(day) && !day.isBefore(from);
        };
    }

    /**
     * Its turns that touch some days. The first begins with the clinic's week of its first day; a week in which it ends is one
     * of them only where it is whole, so that a need of twelve weeks has twelve.
     */
    Stream<Turn> turns(LocalDate first, LocalDate last, UnaryOperator<LocalDate> weekStart) {
        int days = everyWeeks * DAYS_IN_WEEK;
        var begin = weekStart.apply(from);
        long before = Math.max(0, ChronoUnit.DAYS.between(begin, first) / days);
        return Stream.iterate(begin.plusDays(before * days), start -> start.plusDays(days))
                .takeWhile(start -> !start.isAfter(last) && (start.equals(begin) || begins(start)))
                .map(start -> new Turn(this, start, start.plusDays(days - 1)))
                .filter(turn -> !turn.through().isBefore(first));
    }

    private boolean begins(LocalDate start) {
        return through == null || !start.plusDays(DAYS_IN_WEEK - 1).isAfter(through);
    }
}
