package org.stepwell.therapy.medication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The proportion of days covered (PDC): of the days on which a medication was to be taken, those on which the patient had it. A
 * supply lasts until it is used up: what is fetched early is added to what is left, a day on hold uses up nothing, nor does a day of
 * which it is said that the dose was missed. An injection covers its interval from the day on which it was given, and is not added to the
 * one before. Of several orders for the same disorder, one that covers a day is enough.
 *
 * @param days on which something was to be taken
 * @param covered of them
 * @param heldDays on which all was on hold; they are in neither number
 * @param percent rounded; none where nothing was to be taken
 */
@Schema(name = "DaysCovered")
record DaysCovered(
        @Schema(examples = "30") int days,
        @Schema(examples = "27") int covered,
        @Schema(examples = "0") int heldDays,
        @Schema(examples = "90") @Nullable Integer percent) {

    /** A dose, or a supply of some days. */
    record Dose(LocalDate day, DoseOutcome outcome, int supplyDays) {}

    /** From a day until another one, which is not of it any more, or that is not known. */
    record Span(LocalDate from, @Nullable LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /**
     * An order.
     *
     * @param active when it was to be taken
     * @param held when it was on hold
     * @param injectionDays for how many days an injection lasts; 0 where it is none
     */
    record Course(List<Span> active, List<Span> held, int injectionDays, List<Dose> doses) {}

    /** Of days from one to another, both included. */
    static DaysCovered of(List<Course> courses, LocalDate from, LocalDate through) {
        var each = courses.stream().map(Walk::new).toList();
        int days = 0;
        int covered = 0;
        int held = 0;
        for (var day = earliest(courses, from); !day.isAfter(through); day = day.plusDays(1)) {
            var today = day;
            each.forEach(walk -> walk.comes(today));
            if (day.isBefore(from)) {
                continue; // only what was supplied before counts
            }
            if (each.stream().anyMatch(walk -> walk.active)) {
                days++;
                covered += each.stream().anyMatch(walk -> walk.covers) ? 1 : 0;
            } else if (each.stream().anyMatch(walk -> walk.held)) {
                held++;
            }
        }
        return new DaysCovered(days, covered, held, days == 0 ? null : Math.round(covered * 100f / days));
    }

    private static LocalDate earliest(List<Course> courses, LocalDate from) {
        return courses.stream()
                .flatMap(course -> course.doses().stream())
                .map(Dose::day)
                .filter(day -> day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElse(from);
    }

    /** One order, day by day. */
    private static final class Walk {

        private final Course course;
        private final TreeMap<LocalDate, List<Dose>> doses = new TreeMap<>();
        private int left;
        private @Nullable LocalDate injectedThrough;
        private boolean active;
        private boolean held;
        private boolean covers;

        Walk(Course course) {
            this.course = course;
            course.doses()
                    .forEach(dose -> doses.computeIfAbsent(dose.day(), _ -> new ArrayList<>())
                            .add(dose));
        }

        void comes(LocalDate day) {
            var said = doses.getOrDefault(day, List.of());
            active = course.active().stream().anyMatch(span -> span.holds(day));
            held = course.held().stream().anyMatch(span -> span.holds(day));
            covers = course.injectionDays() > 0 ? isInjected(day, said) : isTaken(said);
        }

        private boolean isInjected(LocalDate day, List<Dose> said) {
            if (said.stream().anyMatch(dose -> dose.outcome() == DoseOutcome.GIVEN)) {
                injectedThrough = day.plusDays(course.injectionDays() - 1L);
            }
            return injectedThrough != null && !day.isAfter(injectedThrough);
        }

        private boolean isTaken(List<Dose> said) {
            left += said.stream().mapToInt(Dose::supplyDays).sum();
            boolean taken = said.stream()
                    .anyMatch(dose ->
                            dose.outcome() == DoseOutcome.GIVEN || dose.outcome() == DoseOutcome.TAKEN_AS_REPORTED);
            boolean missed = said.stream()
                    .anyMatch(dose -> dose.outcome() == DoseOutcome.MISSED || dose.outcome() == DoseOutcome.REFUSED);
            if (!active) {
                return false;
            }
            boolean supplied = left > 0 && !missed;
            if (supplied && said.stream().noneMatch(dose -> dose.outcome() == DoseOutcome.GIVEN)) {
                left--; // what somebody gives here is not of the supply
            }
            return taken || supplied;
        }
    }
}
