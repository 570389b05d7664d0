package org.stepwell.therapy.drugscreen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Days that nobody can guess: of all choices of so many days that lie far enough apart, each is as likely as any other. Where fewer
 * days fit, as many as do.
 */
final class RandomDays {

    private final List<LocalDate> open;
    private final int apart;
    private final long[][] ways;

    /** @param open the days to choose from, in order */
    private RandomDays(List<LocalDate> open, int times, int apart) {
        this.open = open;
        this.apart = apart;
        ways = new long[open.size() + 1][times + 1];
        for (int from = open.size(); from >= 0; from--) {
            ways[from][0] = 1;
            for (int count = 1; count <= times && from < open.size(); count++) {
                ways[from][count] = ways[from + 1][count] + ways[after(from)][count - 1];
            }
        }
    }

    /** The first place that is far enough after another. */
    private int after(int place) {
        var earliest = open.get(place).plusDays(apart);
        int next = place + 1;
        while (next < open.size() && open.get(next).isBefore(earliest)) {
            next++;
        }
        return next;
    }

    /** Draws; in order. */
    static List<LocalDate> draw(List<LocalDate> open, int times, int apart, RandomGenerator random) {
        var days = new RandomDays(open, times, apart);
        return days.draw(days.fitting(times), random);
    }

    /** How many days, so far apart, there are room for, up to so many. */
    static int room(List<LocalDate> open, int times, int apart) {
        return new RandomDays(open, times, apart).fitting(times);
    }

    private int fitting(int times) {
        int count = times;
        while (ways[0][count] == 0) {
            count--;
        }
        return count;
    }

    private List<LocalDate> draw(int times, RandomGenerator random) {
        var drawn = new ArrayList<LocalDate>();
        int place = 0;
        for (int left = times; left > 0; left--) {
            long ticket = random.nextLong(ways[place][left]);
            while (ticket >= ways[after(place)][left - 1]) {
                ticket -= ways[after(place)][left - 1];
                place++;
            }
            drawn.add(open.get(place));
            place = after(place);
        }
        return drawn;
    }
}
