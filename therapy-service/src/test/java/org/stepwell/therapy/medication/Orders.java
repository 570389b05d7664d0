package org.stepwell.therapy.medication;

import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.medication.MedicationOrder.Days;
import org.stepwell.therapy.medication.MedicationOrder.What;
import org.stepwell.therapy.medication.OrderLife.Word;
import org.stepwell.therapy.roster.Stay;

/** Orders of the tests that need no service. */
final class Orders {

    static final Formulary FORMULARY = new Formulary();

    private Orders() {}

    static MedicationOrder aDraft(String product) {
        return aDraft(Stays.running(), product, TODAY, null);
    }

    static MedicationOrder aDraft(Stay stay, String product, LocalDate start, @Nullable LocalDate end) {
        var of = product(product);
        return new MedicationOrder(
                new MedicationOrderId(UUID.randomUUID()),
                stay,
                new What(
                        of.code(),
                        of.indications().getFirst(),
                        1,
                        of.frequencies().getFirst(),
                        null),
                new Days(start, end),
                "sealed",
                DORA,
                NOW);
    }

    static MedicationOrder anActive(String product) {
        var order = aDraft(product);
        order.activate(word(TODAY));
        return order;
    }

    static Product product(String code) {
        return FORMULARY.of(code);
    }

    static Word word(LocalDate today) {
        return new Word(DORA, NOW, today);
    }
}
