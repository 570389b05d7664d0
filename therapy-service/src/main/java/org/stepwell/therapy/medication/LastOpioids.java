package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.formulary.Substance;

/** The opioids of the last days that the record knows: ordered here, taken from elsewhere, and found in a specimen. */
@Singleton
class LastOpioids {

    private final MedicationOrders orders;
    private final Doses doses;
    private final ExternalMedications externals;
    private final OpioidsFound found;
    private final Formulary formulary;

    LastOpioids(
            MedicationOrders orders,
            Doses doses,
            ExternalMedications externals,
            OpioidsFound found,
            Formulary formulary) {
        this.orders = orders;
        this.doses = doses;
        this.externals = externals;
        this.found = found;
        this.formulary = formulary;
    }

    /** As far back as a check asks. */
    List<OpioidUse> of(PatientId patient, LocalDate today) {
        var since = today.minusDays(AfterOpioids.DAYS_MAX);
        var all = new ArrayList<>(found.since(patient, since));
        externals.taken(patient, since, today).stream()
                .filter(one -> one.substance().isOpioid())
                .map(one -> new OpioidUse(
                        earlier(today, one.until()), one.substance().lastsLong()))
                .forEach(all::add);
        ordered(patient, since, today).forEach(all::add);
        return all;
    }

    private List<OpioidUse> ordered(PatientId patient, LocalDate since, LocalDate today) {
        var some = orders.since(patient, since.minusDays(formulary.longestIntervalDays())).stream()
                .filter(order -> order.status() != OrderStatus.ENTERED_IN_ERROR)
                .filter(order -> product(order).substances().stream().anyMatch(Substance::isOpioid))
                .toList();
        var injected =
                doses.lastInjections(some.stream().map(MedicationOrder::id).toList());
        return some.stream()
                .flatMap(order -> lastDay(order, injected.get(order.id()), today)
                        .filter(day -> !day.isBefore(since))
                        .map(day -> new OpioidUse(
                                day, product(order).substances().stream().anyMatch(Substance::lastsLong)))
                        .stream())
                .toList();
    }

    /** An injection lasts for its interval; of anything else, the last day on which it was to be taken. */
    private Optional<LocalDate> lastDay(MedicationOrder order, @Nullable LocalDate injected, LocalDate today) {
        var interval = product(order).window();
        if (interval == null) {
            return order.takenThrough(today);
        }
        return Optional.ofNullable(injected).map(day -> earlier(today, day.plusDays(interval.dueAfterDays() - 1L)));
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private Product product(MedicationOrder order) {
        return formulary.of(order.what().product());
    }
}
