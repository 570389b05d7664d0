package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Completes orders whose last day is over. */
@Singleton
class OrdersThatEnd implements DueDoor {

    private static final String DUE = "medication-order-end";

    private final MedicationOrders orders;
    private final InjectionAlerts alerts;
    private final BesideNaltrexone beside;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    OrdersThatEnd(
            MedicationOrders orders,
            InjectionAlerts alerts,
            BesideNaltrexone beside,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.orders = orders;
        this.alerts = alerts;
        this.beside = beside;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        orders.locked(new MedicationOrderId(subject))
                .filter(order -> order.status().goesOn())
                .ifPresent(order -> {
                    var now = clock.instant();
                    order.complete(new OrderLife.Word(null, now, LocalDate.ofInstant(now, clinics.zone())));
                    alerts.end(order, now);
                    beside.look(order.patient(), now);
                });
    }

    /** An order that is locked has a last day. */
    void schedule(MedicationOrder order) {
        var last = order.days().endsOn();
        if (last != null) {
            due.at(
                    DUE,
                    order.id(),
                    last.plusDays(1).atStartOfDay(clinics.zone()).toInstant());
        }
    }

    /** It ended by itself. */
    void cancel(MedicationOrder order) {
        due.cancel(DUE, order.id());
    }
}
