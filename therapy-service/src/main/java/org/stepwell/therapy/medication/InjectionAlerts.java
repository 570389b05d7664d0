package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.roster.Episodes;

/**
 * Tells of each injection that its window is open, that it is about to close, and that it was missed; each once. After an outage,
 * or where a clock jumped, only how far it has come by then.
 */
@Singleton
class InjectionAlerts implements DueDoor {

    static final String DUE = "injection-window";

    private final MedicationOrders orders;
    private final LastInjections last;
    private final InjectionTasks tasks;
    private final Formulary formulary;
    private final Episodes episodes;
    private final MedicationSettings settings;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    InjectionAlerts(
            MedicationOrders orders,
            LastInjections last,
            InjectionTasks tasks,
            Formulary formulary,
            Episodes episodes,
            MedicationSettings settings,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.orders = orders;
        this.last = last;
        this.tasks = tasks;
        this.formulary = formulary;
        this.episodes = episodes;
        this.settings = settings;
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
                .ifPresent(order -> windowOf(order)
                        .filter(_ -> episodes.open(order.episode()).isPresent())
                        .ifPresent(window -> {
                            var now = clock.instant();
                            order.alert(window, LocalDate.ofInstant(now, clinics.zone()))
                                    .ifPresent(stage -> tasks.tell(order, stage, window, now));
                            schedule(order, window);
                        }));
    }

    /** The window of an order's next injection; none where it is no injection, or not to be given now. */
    Optional<InjectionWindow> windowOf(MedicationOrder order) {
        return order.status() != OrderStatus.ACTIVE
                ? Optional.empty()
                : Optional.ofNullable(
                        order.windowAfter(formulary, last.of(order).orElse(null), settings.closingDays()));
    }

    /** An order that is locked begins or goes on, or another injection is the last one: another window counts. */
    void anew(MedicationOrder order, boolean given) {
        var now = clock.instant();
        if (given) {
            tasks.given(order, now);
        } else {
            tasks.withdraw(order, now);
        }
        order.startsAnew();
        due.cancel(DUE, order.id());
        windowOf(order).ifPresent(window -> schedule(order, window));
    }

    /**
     * An injection of an order that is locked was recorded or struck: another window counts, also of the order that goes on from it by
     * now.
     */
    void anewFrom(MedicationOrder order, boolean given) {
        anew(order, given);
        last.whatGoesOnFrom(order)
                .flatMap(orders::locked)
                .filter(next -> next.status() == OrderStatus.ACTIVE)
                .ifPresent(next -> anew(next, false));
    }

    private void schedule(MedicationOrder order, InjectionWindow window) {
        order.alertsNextOn(window)
                .ifPresent(day ->
                        due.at(DUE, order.id(), day.atStartOfDay(clinics.zone()).toInstant()));
    }

    /** Nothing is told of an order that is locked any more. */
    void end(MedicationOrder order, Instant at) {
        due.cancel(DUE, order.id());
        tasks.withdraw(order, at);
    }
}
