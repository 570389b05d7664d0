package org.stepwell.therapy.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.roster.Seat;

/**
 * How a patient stays away, by what is known of their sessions. Several sessions of a day are one day: it was missed where they
 * were at none of them. It depends on nothing but what happened, so that whoever looks late, or again, sees the same.
 */
final class Absence {

    private static final int WHOLE = 100;

    private final List<Seat> counted;
    private final List<Seat> silent;
    private final NavigableMap<LocalDate, Boolean> missedDays = new TreeMap<>();
    private final OutreachSettings limits;

    private Absence(List<Seat> counted, List<Seat> silent, OutreachSettings limits) {
        this.counted = counted;
        this.silent = silent;
        this.limits = limits;
        counted.forEach(seat -> missedDays.merge(seat.day(), seat.missed(), (one, other) -> one && other));
    }

    /**
     * By an episode's sessions, in their order.
     *
     * @param reachedAt when somebody last reached the patient
     * @param countsOn whether a day counts: not while they were away, nor before
     */
    static Absence of(
            List<Seat> seats, @Nullable Instant reachedAt, Predicate<LocalDate> countsOn, OutreachSettings limits) {
        var counted = seats.stream()
                .filter(seat -> seat.missed() || seat.attended())
                .filter(seat -> countsOn.test(seat.day()))
                .toList();
        var heard = counted.stream()
                .filter(Seat::attended)
                .map(Seat::start)
                .reduce(reachedAt == null ? Instant.MIN : reachedAt, (one, other) -> other.isAfter(one) ? other : one);
        var silent = counted.stream()
                .filter(Seat::missed)
                .filter(seat -> seat.start().isAfter(heard))
                .toList();
        return new Absence(counted, silent, limits);
    }

    /** Whether somebody heard of the patient since they last stayed away. */
    boolean isOver() {
        return silent.isEmpty();
    }

    /** The first day of the silence. */
    LocalDate beganOn() {
        return silent.getFirst().day();
    }

    /** When the last session began that was missed. */
    Instant lastMissedAt() {
        return silent.getLast().start();
    }

    /** On which day that was. */
    LocalDate lastMissedOn() {
        return silent.getLast().day();
    }

    /** Whether they came to a session that began after a time. */
    boolean cameAfter(Instant time) {
        return counted.stream().anyMatch(seat -> seat.attended() && seat.start().isAfter(time));
    }

    /** The steps that are to be taken as of a day, in their order, and why; not those that danger asks for. */
    Map<Rung, Because> asksFor(LocalDate today) {
        var steps = new EnumMap<Rung, Because>(Rung.class);
        steps.put(Rung.SAME_DAY_CONTACT, Because.MISSED);
        if (missedWithin(limits.callWithinDays()) > 1) {
            steps.put(Rung.THERAPIST_CALL, Because.SECOND_IN_A_WEEK);
        }
        if (missedInARow() >= limits.reviewAfterInARow()) {
            steps.put(Rung.TEAM_REVIEW, Because.THREE_IN_A_ROW);
        } else if (attendedTooLittle()) {
            steps.put(Rung.TEAM_REVIEW, Because.ATTENDED_TOO_LITTLE);
        }
        if (!today.isBefore(letterOn())) {
            steps.put(Rung.CERTIFIED_LETTER, Because.NO_CONTACT);
        }
        if (!today.isBefore(proposalOn())) {
            steps.put(Rung.DISCHARGE_PROPOSAL, Because.NO_CONTACT);
        }
        return steps;
    }

    /** The day from which on a letter is asked for. */
    LocalDate letterOn() {
        return beganOn().plusDays(limits.letterAfterDays());
    }

    /** The day from which on somebody decides whether the episode ends. */
    LocalDate proposalOn() {
        return beganOn().plusDays(limits.proposalAfterDays());
    }

    private long missedWithin(int days) {
        return missedDays.tailMap(lastMissedOn().minusDays(days - 1L), true).values().stream()
                .filter(missed -> missed)
                .count();
    }

    private long missedInARow() {
        return missedDays.headMap(lastMissedOn(), true).descendingMap().values().stream()
                .takeWhile(missed -> missed)
                .count();
    }

    private boolean attendedTooLittle() {
        var from = lastMissedOn().minusDays(limits.shareOverDays() - 1L);
        var recent = counted.stream().filter(seat -> !seat.day().isBefore(from)).toList();
        long attended = recent.stream().filter(Seat::attended).count();
        return recent.size() >= limits.shareOfSessions()
                && attended * WHOLE < (long) recent.size() * limits.sharePercent();
    }
}
