package org.stepwell.scheduling.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;
import org.stepwell.scheduling.visit.Diary.Wish;

/**
 * Looks through a diary for times at which a visit is possible. Days on which the patient comes anyway are best, and then the
 * hours nearest to what they come for; after that, whatever is soonest.
 *
 * @param diary of the clinicians and rooms, from a day on
 * @param after what aftercare asks for after the episode
 * @param rooms where the visit may be, the best first; none where it needs none
 */
record FreeTimes(
        Diary diary, Episode episode, List<Need> after, List<StaffId> clinicians, List<RoomId> rooms, ClinicTime time) {

    private static final int STEP_MINUTES = 15;
    private static final int OF_A_DAY = 3;
    private static final int SHOWN = 20;

    /** When a visit may be, where neither the clinic nor the clinician said any hours. */
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);

    private static final LocalTime LATEST = LocalTime.of(18, 0);

    /**
     * A time at which the visit is possible.
     *
     * @param fromOther how far it is from what else the patient comes for on that day; null where that is nothing
     */
    record FreeTime(Wish wish, @Nullable Duration fromOther) {
        private boolean overlaps(FreeTime other) {
            return wish.when().startsAt().isBefore(other.wish.when().endsAt())
                    && other.wish.when().startsAt().isBefore(wish.when().endsAt());
        }
    }

    private static final Comparator<FreeTime> BEST_FIRST = Comparator.comparing(
                    FreeTime::fromOther, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(free -> free.wish().when().startsAt())
            .thenComparing(free -> free.wish().clinician().value());

    private static final Comparator<FreeTime> SOONEST_FIRST = Comparator.<FreeTime, Boolean>comparing(
                    free -> free.fromOther() == null)
            .thenComparing(free -> free.wish().when().day())
            .thenComparing(BEST_FIRST);

    /** The best ones that last so many minutes, between some days, both included. */
    List<FreeTime> best(int minutes, LocalDate first, LocalDate last) {
        var now = time.now();
        return first.datesUntil(last.plusDays(1))
                .filter(this::mayCome)
                .flatMap(day -> clinicians.stream().flatMap(clinician -> ofDay(day, clinician, minutes, now).stream()))
                .sorted(SOONEST_FIRST)
                .limit(SHOWN)
                .toList();
    }

    private boolean mayCome(LocalDate day) {
        return episode.hereOn(day) || after.stream().anyMatch(need -> need.asksOn(day, episode));
    }

    /** Of all that is possible on a day, a few that do not overlap. */
    private List<FreeTime> ofDay(LocalDate day, StaffId clinician, int minutes, Instant now) {
        var possible = windows(day, clinician)
                .flatMap(window -> starts(window, minutes))
                .map(from -> wish(day, from, from.plusMinutes(minutes), clinician))
                .filter(wish -> wish.when().startsAt().isAfter(now) && diary.obstacle(wish) == null)
                .flatMap(wish -> inRoom(wish).map(roomed -> new FreeTime(roomed, fromOther(roomed))))
                .sorted(BEST_FIRST)
                .toList();
        var chosen = new ArrayList<FreeTime>();
        for (var free : possible) {
            if (chosen.size() < OF_A_DAY && chosen.stream().noneMatch(free::overlaps)) {
                chosen.add(free);
            }
        }
        return chosen;
    }

    /** The hours at which the clinician works or, where nobody said them, at which the clinic is open. */
    private Stream<Slot> windows(LocalDate day, StaffId clinician) {
        var weekday = day.getDayOfWeek();
        var said =
                diary.works().containsKey(clinician) ? diary.works().getOrDefault(clinician, List.of()) : diary.open();
        return said.isEmpty()
                ? Stream.of(new Slot(weekday, EARLIEST, LATEST))
                : said.stream().filter(slot -> slot.weekday() == weekday);
    }

    private static Stream<LocalTime> starts(Slot window, int minutes) {
        int first = (window.opensAt().toSecondOfDay() + STEP_MINUTES * 60 - 1) / (STEP_MINUTES * 60) * STEP_MINUTES;
        int last = window.closesAt().toSecondOfDay() / 60 - minutes;
        return Stream.iterate(first, start -> start <= last, start -> start + STEP_MINUTES)
                .map(start -> LocalTime.ofSecondOfDay(start * 60L));
    }

    private Wish wish(LocalDate day, LocalTime from, LocalTime to, StaffId clinician) {
        return new Wish(new Occurrence(day, time.at(day, from), time.at(day, to)), from, to, clinician, null);
    }

    private Stream<Wish> inRoom(Wish wish) {
        return rooms.isEmpty()
                ? Stream.of(wish)
                : rooms.stream()
                        .map(room -> new Wish(wish.when(), wish.from(), wish.to(), wish.clinician(), room))
                        .filter(roomed -> diary.obstacle(roomed) == null)
                        .limit(1);
    }

    private @Nullable Duration fromOther(Wish wish) {
        return diary.taken().getOrDefault(episode.patient().value(), List.of()).stream()
                .filter(other -> time.dayOf(other.startsAt()).equals(wish.when().day()))
                .map(other -> other.startsAt().isBefore(wish.when().startsAt())
                        ? Duration.between(other.endsAt(), wish.when().startsAt())
                        : Duration.between(wish.when().endsAt(), other.startsAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
