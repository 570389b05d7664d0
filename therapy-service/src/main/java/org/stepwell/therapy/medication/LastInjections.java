package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Formulary;

/**
 * When injections were given that an order goes on from: its own, and, where it changes the strength of what was injected before,
 * the last one of the order that it replaces. The same product in place of itself begins anew: that is how a prescriber has it given
 * sooner, or after its window closed.
 */
@Singleton
class LastInjections {

    private final MedicationOrders orders;
    private final Doses doses;
    private final Formulary formulary;

    LastInjections(MedicationOrders orders, Doses doses, Formulary formulary) {
        this.orders = orders;
        this.doses = doses;
        this.formulary = formulary;
    }

    /** The last one of each of some orders, where there was any; in two statements. */
    Map<MedicationOrderId, LocalDate> of(Collection<MedicationOrder> some) {
        var replaced = replacedBy(some);
        var last =
                doses.lastInjections(Stream.concat(some.stream().map(MedicationOrder::id), replaced.keySet().stream())
                        .toList());
        var found = new HashMap<MedicationOrderId, LocalDate>();
        for (var order : some) {
            var own = last.get(order.id());
            var day = own == null ? before(order, replaced, last) : own;
            if (day != null) {
                found.put(order.id(), day);
            }
        }
        return found;
    }

    Optional<LocalDate> of(MedicationOrder order) {
        return Optional.ofNullable(of(List.of(order)).get(order.id()));
    }

    /** All days of an order on which one was given, and the one that it goes on from. */
    List<LocalDate> daysOf(MedicationOrder order) {
        var replaced = replacedBy(List.of(order));
        var before = before(order, replaced, doses.lastInjections(replaced.keySet()));
        return Stream.concat(Stream.ofNullable(before), doses.injectionDays(order.id()).stream())
                .toList();
    }

    private Map<MedicationOrderId, MedicationOrder> replacedBy(Collection<MedicationOrder> some) {
        var ids = some.stream()
                .map(order -> order.what().replaces())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return orders.all(ids).stream().collect(Collectors.toMap(MedicationOrder::id, Function.identity()));
    }

    private @Nullable LocalDate before(
            MedicationOrder order,
            Map<MedicationOrderId, MedicationOrder> replaced,
            Map<MedicationOrderId, LocalDate> last) {
        var other = order.what().replaces() == null
                ? null
                : replaced.get(order.what().replaces());
        return other != null && isOfAnotherStrength(order, other) ? last.get(other.id()) : null;
    }

    private boolean isOfAnotherStrength(MedicationOrder order, MedicationOrder other) {
        var product = formulary.of(order.what().product());
        var before = formulary.of(other.what().product());
        return !product.code().equals(before.code()) && product.main() == before.main();
    }
}
