package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.medication.ReplacedOrders.Replaced;

/**
 * When injections were given that an order goes on from: its own, and the last one of the same substance that was given by an order
 * in whose place it was written, however many lie between.
 */
@Singleton
class LastInjections {

    private final ReplacedOrders replaced;
    private final Doses doses;
    private final Formulary formulary;

    LastInjections(ReplacedOrders replaced, Doses doses, Formulary formulary) {
        this.replaced = replaced;
        this.doses = doses;
        this.formulary = formulary;
    }

    /** The last one of each of some orders, where there was any; in two statements. */
    Map<MedicationOrderId, Injection> of(Collection<MedicationOrder> some) {
        var ids = some.stream().map(MedicationOrder::id).toList();
        var own = doses.lastInjections(ids);
        var before = replaced.before(ids);
        var found = new HashMap<MedicationOrderId, Injection>();
        for (var order : some) {
            Optional.ofNullable(own.get(order.id()))
                    .flatMap(day -> injection(day, productOf(order)))
                    .or(() -> last(order, before.getOrDefault(order.id(), List.of())))
                    .ifPresent(last -> found.put(order.id(), last));
        }
        return found;
    }

    Optional<Injection> of(MedicationOrder order) {
        return Optional.ofNullable(of(List.of(order)).get(order.id()));
    }

    /** All of an order but of this day, of which the database keeps one, and the one that it goes on from. */
    List<Injection> beside(LocalDate day, MedicationOrder order) {
        var before = replaced.before(List.of(order.id())).getOrDefault(order.id(), List.of());
        var own = doses.injectionDays(order.id()).stream()
                .filter(other -> !other.equals(day))
                .flatMap(other -> injection(other, productOf(order)).stream());
        return Stream.concat(last(order, before).stream(), own).toList();
    }

    /** The order that goes on by now from the injections of another one. */
    Optional<MedicationOrderId> whatGoesOnFrom(MedicationOrder other) {
        var before = replaced.before(replaced.active(other.patient()));
        return before.entrySet().stream()
                .filter(one ->
                        one.getValue().stream().anyMatch(order -> order.order().equals(other.id())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Injection> last(MedicationOrder order, List<Replaced> before) {
        var substance = productOf(order).main();
        return before.stream()
                .takeWhile(one -> formulary.of(one.product()).main() == substance)
                .flatMap(one -> Stream.ofNullable(one.injected())
                        .flatMap(day -> injection(day, formulary.of(one.product())).stream()))
                .findFirst();
    }

    private static Optional<Injection> injection(LocalDate day, Product product) {
        return Optional.ofNullable(product.window()).map(window -> new Injection(day, window));
    }

    private Product productOf(MedicationOrder order) {
        return formulary.of(order.what().product());
    }
}
