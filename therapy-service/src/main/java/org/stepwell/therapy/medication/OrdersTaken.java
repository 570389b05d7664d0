package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Product;

/** What a patient takes by orders of the clinic: those that go on, and injections that still last after their order ended. */
@Singleton
class OrdersTaken {

    private final MedicationOrders orders;
    private final Doses doses;
    private final Formulary formulary;

    OrdersTaken(MedicationOrders orders, Doses doses, Formulary formulary) {
        this.orders = orders;
        this.doses = doses;
        this.formulary = formulary;
    }

    /**
     * An order that is taken.
     *
     * @param lasts whether an injection of it lasts, whatever becomes of the order
     */
    record Taken(MedicationOrder order, Product product, boolean lasts) {}

    List<Taken> of(PatientId patient, LocalDate today) {
        var some = orders.since(patient, today.minusDays(formulary.longestIntervalDays())).stream()
                .filter(order -> order.status() != OrderStatus.ENTERED_IN_ERROR)
                .toList();
        var injected =
                doses.lastInjections(some.stream().map(MedicationOrder::id).toList());
        return some.stream()
                .map(order -> taken(order, injected.get(order.id()), today))
                .filter(one -> one.lasts() || one.order().status().goesOn())
                .toList();
    }

    private Taken taken(MedicationOrder order, @Nullable LocalDate injected, LocalDate today) {
        var product = formulary.of(order.what().product());
        var interval = product.window();
        boolean lasts =
                interval != null && injected != null && today.isBefore(injected.plusDays(interval.dueAfterDays()));
        return new Taken(order, product, lasts);
    }
}
