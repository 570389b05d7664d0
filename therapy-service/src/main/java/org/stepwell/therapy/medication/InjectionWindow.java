package org.stepwell.therapy.medication;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Product.Window;

/**
 * When the next injection is given: not before it opens, best on the day it is due, and on the day it closes at the latest.
 *
 * @param closing from when on somebody is told that it is about to close
 */
@Schema(name = "InjectionWindow")
record InjectionWindow(
        @Schema(description = "when it was given last, or what it goes on from") @Nullable
        LocalDate last,

        LocalDate opens,
        LocalDate due,
        LocalDate closing,
        LocalDate closes) {

    /** How far a window has come. */
    @Schema(name = "InjectionStage")
    enum Stage {
        NONE,
        OPEN,
        CLOSING,
        MISSED
    }

    /**
     * After an injection; the first one of an order has as much time as a later one, from the first day on. After one that is given in
     * other intervals, a week for a month, it is given no sooner than the next one of those would have been, and is not held to when that
     * one would have been too late. So is an order that begins once the window has closed: by then nobody could have given it in time.
     */
    static InjectionWindow of(Window interval, LocalDate start, @Nullable Injection last, int closingDays) {
        var opens = start;
        var due = start;
        if (last != null) {
            boolean alike = last.window().equals(interval) && !start.isAfter(last.closes());
            opens = alike ? last.opens() : laterOf(start, last.opens());
            due = alike ? last.due() : laterOf(start, last.due());
        }
        var closes = due.plusDays((long) interval.closesAfterDays() - interval.dueAfterDays());
        var warns = closes.minusDays(closingDays);
        return new InjectionWindow(
                last == null ? null : last.day(), opens, due, warns.isBefore(opens) ? opens : warns, closes);
    }

    private static LocalDate laterOf(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    Stage stageOn(LocalDate day) {
        if (day.isAfter(closes)) {
            return Stage.MISSED;
        }
        if (!day.isBefore(closing)) {
            return Stage.CLOSING;
        }
        return day.isBefore(opens) ? Stage.NONE : Stage.OPEN;
    }

    /** The first day of the stage after one; none after the last. */
    Optional<LocalDate> next(Stage told) {
        return switch (told) {
            case NONE -> Optional.of(opens);
            case OPEN -> Optional.of(closing);
            case CLOSING -> Optional.of(closes.plusDays(1));
            case MISSED -> Optional.empty();
        };
    }
}
