package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.medication.Contraindications.Outcome;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Patients;
import org.stepwell.therapy.roster.Stay;

/** Writes an order: as a draft, or for good once the checks allow it. */
@Singleton
class PlaceOrder {

    private final MedicationOrders orders;
    private final OrderChecks checks;
    private final OrderSteps steps;
    private final Formulary formulary;
    private final Episodes episodes;
    private final Patients patients;
    private final Access access;
    private final Clock clock;

    PlaceOrder(
            MedicationOrders orders,
            OrderChecks checks,
            OrderSteps steps,
            Formulary formulary,
            Episodes episodes,
            Patients patients,
            Access access,
            Clock clock) {
        this.orders = orders;
        this.checks = checks;
        this.steps = steps;
        this.formulary = formulary;
        this.episodes = episodes;
        this.patients = patients;
        this.access = access;
        this.clock = clock;
    }

    /** What is written down, and what is held against it. */
    private record Written(
            MedicationOrder.What what, MedicationOrder.Days days, OrderContent content, Outcome outcome) {}

    /** A new one. */
    CheckedOrder place(EpisodeId episode, OrderForm form) {
        var stay = stay(episode);
        var id = new MedicationOrderId(Uuid7.next());
        var written = written(id, stay, form);
        var order = new MedicationOrder(
                id,
                stay,
                written.what(),
                written.days(),
                orders.seal(id, written.content()),
                access.staff(),
                clock.instant());
        orders.persist(order);
        return placed(order, form, written);
    }

    /** Another text for a draft. */
    CheckedOrder rewrite(EpisodeId episode, MedicationOrderId id, @Nullable IfMatch version, OrderForm form) {
        var stay = stay(episode);
        var order = orders.locked(episode, id);
        IfMatch.require(version, order.version());
        order.mustBeDraft();
        var written = written(id, stay, form);
        order.write(
                written.what(), written.days(), orders.seal(id, written.content()), access.staff(), clock.instant());
        return placed(order, form, written);
    }

    /** An order as it is; of a draft, with what the checks find now. */
    CheckedOrder show(MedicationOrder order) {
        var content = orders.open(order);
        var outcome = order.status() == OrderStatus.DRAFT
                ? checks.of(order.patient(), order.id(), order.what(), content.inputs())
                : Outcome.NOTHING;
        return shown(order, content, outcome);
    }

    private Stay stay(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        patients.alone(stay.patient()); // of two orders at once, the checks of the second see the first
        if (stay.isOver()) {
            throw MedicationRule.ORDERED_WHILE_IN.because(
                    "The last day was %s. What was ordered before can be stopped.".formatted(stay.lastDay()));
        }
        return stay;
    }

    private Written written(MedicationOrderId id, Stay stay, OrderForm form) {
        var what = form.what(form.orderable(formulary));
        orders.mustBeReplaceable(what.replaces(), stay.patient());
        var outcome = checks.of(stay.patient(), id, what, form.said());
        var content = form.content().answering(outcome.findings());
        if (!form.isDraft()) {
            OrderChecks.mustAllow(outcome, content.overridden());
        }
        return new Written(what, form.days(stay), content, outcome);
    }

    private CheckedOrder placed(MedicationOrder order, OrderForm form, Written written) {
        if (!form.isDraft()) {
            steps.begin(order);
        }
        orders.flush();
        return shown(order, written.content(), form.isDraft() ? written.outcome() : Outcome.NOTHING);
    }

    private CheckedOrder shown(MedicationOrder order, OrderContent content, Outcome outcome) {
        return new CheckedOrder(steps.show(order, content), outcome.findings(), outcome.asks());
    }
}
