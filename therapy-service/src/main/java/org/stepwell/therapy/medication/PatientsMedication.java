package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.formulary.Formulary;

/** The orders of a patient, opened, each with when its next injection is due; in as many statements however many there are. */
@Singleton
class PatientsMedication {

    private final MedicationOrders orders;
    private final LastInjections injections;
    private final Formulary formulary;
    private final MedicationSettings settings;

    PatientsMedication(
            MedicationOrders orders, LastInjections injections, Formulary formulary, MedicationSettings settings) {
        this.orders = orders;
        this.injections = injections;
        this.formulary = formulary;
        this.settings = settings;
    }

    List<OrderView> orders(PatientId patient, int count, boolean drafts) {
        var found = orders.last(patient, count).stream()
                .filter(order -> drafts || order.status() != OrderStatus.DRAFT)
                .toList();
        var last = injections.of(found);
        return found.stream()
                .map(order -> OrderView.of(
                        order,
                        orders.open(order),
                        order.windowAfter(formulary, last.get(order.id()), settings.closingDays())))
                .toList();
    }
}
