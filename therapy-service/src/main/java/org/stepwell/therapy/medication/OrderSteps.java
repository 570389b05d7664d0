package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.medication.OrderLife.Word;
import org.stepwell.therapy.naloxone.Naloxone;

/** What becomes of an order, and what follows from that: its end, its alerts, an offer of naloxone, a look at what it met. */
@Singleton
class OrderSteps {

    private final MedicationOrders orders;
    private final OrderChecks checks;
    private final InjectionAlerts alerts;
    private final OrdersThatEnd ends;
    private final BesideNaltrexone beside;
    private final Naloxone naloxone;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    OrderSteps(
            MedicationOrders orders,
            OrderChecks checks,
            InjectionAlerts alerts,
            OrdersThatEnd ends,
            BesideNaltrexone beside,
            Naloxone naloxone,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.orders = orders;
        this.checks = checks;
        this.alerts = alerts;
        this.ends = ends;
        this.beside = beside;
        this.naloxone = naloxone;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    /** A draft that the checks allow holds, and what it replaces ends. */
    void begin(MedicationOrder order) {
        var word = word();
        var replaced = order.what().replaces();
        if (replaced != null) {
            var other = orders.locked(replaced).orElseThrow();
            other.stop(StopReason.REPLACED, word);
            over(other, word.at());
        }
        order.activate(word);
        orders.flush(); // what its change refers to comes first
        alerts.anew(order, false);
        ends.schedule(order);
        naloxone.changed(order.patient(), word.at());
    }

    /** An order goes on after a hold, where a new one would be allowed by now. */
    OrderView resume(
            EpisodeId episode, MedicationOrderId id, @Nullable IfMatch version, @Nullable ResumptionForm said) {
        return step(episode, id, version, (order, word) -> {
            order.mustBeOnHold();
            var before = orders.open(order);
            var inputs = said == null ? before.inputs() : before.inputs().and(said.inputs());
            var outcome = checks.of(order.patient(), id, order.what(), inputs);
            var now = said == null ? before : before.goesOn(inputs, said.overrides(), outcome.findings());
            OrderChecks.mustAllow(outcome, now.overridden());
            order.resume(said == null ? null : orders.seal(id, now), word);
        });
    }

    /** A step that somebody takes with the version that they read. */
    OrderView step(
            EpisodeId episode,
            MedicationOrderId id,
            @Nullable IfMatch version,
            BiConsumer<MedicationOrder, Word> verb) {
        var order = orders.locked(episode, id);
        access.to(order.patient());
        IfMatch.require(version, order.version());
        var word = word();
        verb.accept(order, word);
        if (order.status() == OrderStatus.ACTIVE) {
            alerts.anew(order, false);
        } else if (order.status().isOver()) {
            over(order, word.at());
        } else {
            alerts.end(order, word.at());
        }
        orders.flush();
        naloxone.changed(order.patient(), word.at());
        return show(order, orders.open(order));
    }

    private void over(MedicationOrder order, Instant at) {
        alerts.end(order, at);
        ends.cancel(order);
        beside.look(order.patient(), at);
    }

    private Word word() {
        var now = clock.instant();
        return new Word(access.staff(), now, LocalDate.ofInstant(now, clinics.zone()));
    }

    OrderView show(MedicationOrder order, OrderContent content) {
        return OrderView.of(order, content, alerts.windowOf(order).orElse(null));
    }
}
