package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.fidelity.Approvals.Approved;

/** What payers hold a week against: whoever approved most of the days on which the clinic is open, by the rules of the first of them. */
@Singleton
class PayerStandards {

    private static final int DAYS_IN_WEEK = 7;

    /** Where a clinic has not said when it is open, a week is what it is at most of them. */
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Approvals approvals;
    private final OpeningHours hours;

    PayerStandards(Approvals approvals, OpeningHours hours) {
        this.approvals = approvals;
        this.hours = hours;
    }

    /** Of some patients in a week; nothing of those of whose week nobody approved a day. */
    Map<PatientId, Standard> of(Collection<PatientId> patients, LocalDate weekStart) {
        var lastWeek = weekStart.minusDays(DAYS_IN_WEEK);
        var open = open();
        var found = new HashMap<PatientId, Standard>();
        approvals.of(patients, lastWeek, weekStart.plusDays(DAYS_IN_WEEK - 1)).stream()
                .collect(Collectors.groupingBy(Approved::patient))
                .forEach((patient, approved) ->
                        standard(approved, weekStart, open).ifPresent(one -> found.put(patient, one)));
        return found;
    }

    private Set<DayOfWeek> open() {
        var said = hours.all().stream().map(Slot::weekday).collect(Collectors.toSet());
        return said.isEmpty() ? WEEKDAYS : said;
    }

    /**
     * What a week is held against by who approved most of it.
     *
     * @param approved what one patient has, of this week and the one before
     * @param open the days on which the clinic is open
     */
    static Optional<Standard> standard(List<Approved> approved, LocalDate weekStart, Set<DayOfWeek> open) {
        var openDays = weekStart
                .datesUntil(weekStart.plusDays(DAYS_IN_WEEK))
                .filter(day -> open.contains(day.getDayOfWeek()))
                .toList();
        return approved.stream().collect(Collectors.groupingBy(Approved::payer)).values().stream()
                .map(some -> new ByPayer(some, held(some, weekStart)))
                .filter(one -> !one.days().tailSet(weekStart, true).isEmpty())
                .max(Comparator.comparingLong((ByPayer one) -> one.countOf(openDays))
                        .thenComparing(one -> one.days().getLast()))
                .map(one -> one.standard(weekStart, openDays));
    }

    private static NavigableSet<LocalDate> held(List<Approved> some, LocalDate weekStart) {
        return weekStart
                .minusDays(DAYS_IN_WEEK)
                .datesUntil(weekStart.plusDays(DAYS_IN_WEEK))
                .filter(day -> some.stream().anyMatch(one -> one.holds(day)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What one payer approved, and the days on which it holds; where one approval follows another, there is no gap between them. */
    private record ByPayer(List<Approved> approved, NavigableSet<LocalDate> days) {

        long countOf(List<LocalDate> openDays) {
            return openDays.stream().filter(days::contains).count();
        }

        Standard standard(LocalDate weekStart, List<LocalDate> openDays) {
            var first = Objects.requireNonNull(days.ceiling(weekStart));
            var terms = approved.stream()
                    .filter(one -> one.holds(first))
                    .findFirst()
                    .orElseThrow();
            return new Standard(RulesOf.PAYER, terms.rules(), terms.apart(), days, countOf(openDays) < openDays.size());
        }
    }
}
