package org.stepwell.therapy.trend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be expected of a questionnaire whose high total is bad, between its first total of an episode and its last. Cut-off
 * and reliable change are published; how much better somebody is to be by when is the house's own rule.
 *
 * @param cutOff from this total on, there is something to treat
 * @param reliablePoints a total that moved so far did so by more than chance explains
 * @param betterPercent by how much of the first total the last is to be lower
 * @param fromDay from how many days after the first total on
 */
record Expectation(String instrument, int cutOff, int reliablePoints, String source, int betterPercent, int fromDay) {

    private static final int WHOLE = 100;

    /** How it goes. */
    enum State {
        TOO_EARLY,
        ON_TRACK,
        NOT_ON_TRACK
    }

    /** Whether a total moved by more than chance explains. */
    enum Reliably {
        BETTER,
        WORSE,
        SAME
    }

    /** How it goes, and why one may say so. */
    record Verdict(State state, String because) {}

    Reliably between(int first, int last) {
        if (Math.abs(last - first) < reliablePoints) {
            return Reliably.SAME;
        }
        return last < first ? Reliably.BETTER : Reliably.WORSE;
    }

    /** How it goes by the totals of an episode, oldest first. */
    Verdict judge(List<Point> points, ZoneId zone) {
        var totals = points.stream().filter(point -> point.total() != null).toList();
        if (totals.size() < 2) {
            return new Verdict(State.TOO_EARLY, "It was answered less than twice.");
        }
        int first = total(totals.getFirst());
        int last = total(totals.getLast());
        var from = LocalDate.ofInstant(totals.getFirst().takenAt(), zone);
        var to = LocalDate.ofInstant(totals.getLast().takenAt(), zone);
        var moved = "%d on %s, %d on %s: ".formatted(first, from, last, to);
        if (last < cutOff) {
            return new Verdict(State.ON_TRACK, moved + "below %d.".formatted(cutOff));
        }
        if (between(first, last) == Reliably.WORSE) {
            return new Verdict(
                    State.NOT_ON_TRACK,
                    moved + "worse by more than chance explains (%d points or more).".formatted(reliablePoints));
        }
        return judge(first, last, ChronoUnit.DAYS.between(from, to), moved);
    }

    private Verdict judge(int first, int last, long days, String moved) {
        if (days < fromDay) {
            return new Verdict(State.TOO_EARLY, moved + "a response is expected from day %d on.".formatted(fromDay));
        }
        if (first < cutOff) {
            return new Verdict(State.ON_TRACK, moved + "not worse by more than chance explains.");
        }
        boolean enough = (first - last) * WHOLE >= first * betterPercent;
        var because = String.format(
                Locale.ROOT,
                "%d %% better; from day %d on, %d %% is expected, or less than %d.",
                (first - last) * WHOLE / first,
                fromDay,
                betterPercent,
                cutOff);
        return new Verdict(enough ? State.ON_TRACK : State.NOT_ON_TRACK, moved + because);
    }

    private static int total(Point point) {
        @Nullable Integer total = point.total();
        return total == null ? 0 : total;
    }
}
