package org.stepwell.therapy.medication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Indication;

/** An order as it is shown. */
@Schema(name = "MedicationOrder")
record OrderView(
        MedicationOrderId id,
        int version,
        PatientId patient,
        EpisodeId episode,

        @Schema(examples = "ACAMPROSATE_TABLET_333") String product,
        Indication indication,
        @Schema(examples = "2") int unitsPerDose,
        Frequency frequency,
        LocalDate start,
        @Nullable LocalDate end,

        @Schema(examples = "With meals.") @Nullable String instructions,
        @Nullable MedicationOrderId replaces,
        OrderInputs inputs,

        @Schema(description = "the warnings that the prescriber overrode")
        List<OrderContent.Answer> overrides,

        StaffId orderedBy,
        Instant orderedAt,
        OrderStatus status,
        @Nullable StopReason stopReason,

        @Schema(description = "the last day, once it is over") @Nullable
        LocalDate overOn,

        List<ChangeView> changes,

        @Schema(description = "of an injection that is active") @Nullable
        InjectionWindow window) {

    /** A step of an order. */
    @Schema(name = "MedicationOrderChange")
    record ChangeView(
            OrderStatus status,

            @Schema(description = "the first day of it") LocalDate day,

            @Schema(description = "missing where the last day of the order was over") @Nullable
            StaffId changedBy,

            Instant changedAt) {

        private static ChangeView of(OrderChange change) {
            return new ChangeView(change.status(), change.day(), change.changedBy(), change.changedAt());
        }
    }

    /**
     * An order with what was sealed beside it.
     *
     * @param window when its next injection is due
     */
    static OrderView of(MedicationOrder order, OrderContent opened, @Nullable InjectionWindow window) {
        return new OrderView(
                order.id(),
                order.version(),
                order.patient(),
                order.episode(),
                order.what().product(),
                order.what().indication(),
                order.what().unitsPerDose(),
                order.what().frequency(),
                order.days().startsOn(),
                order.days().endsOn(),
                opened.instructions(),
                order.what().replaces(),
                opened.inputs(),
                opened.overrides(),
                order.orderedBy(),
                order.orderedAt(),
                order.status(),
                order.life().stopReason(),
                order.life().overOn(),
                order.life().changes().stream().map(ChangeView::of).toList(),
                window);
    }
}
