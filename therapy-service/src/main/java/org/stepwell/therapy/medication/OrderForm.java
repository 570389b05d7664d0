package org.stepwell.therapy.medication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Indication;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.roster.Stay;

/** What a prescriber orders. */
@Schema(name = "MedicationOrderForm")
record OrderForm(
        @Schema(examples = "ACAMPROSATE_TABLET_333", description = "the code of a product of the formulary")
        @NotBlank
        @Size(max = 60)
        String product,

        @Schema(examples = "ALCOHOL_USE_DISORDER") @NotNull Indication indication,

        @Schema(examples = "2", description = "films, tablets, sprays or injections at a time")
        @NotNull
        @Min(1)
        @Max(12)
        Integer unitsPerDose,

        @Schema(examples = "THREE_TIMES_DAILY", description = "the product's usual one where it is left out") @Nullable
        Frequency frequency,

        @Schema(examples = "2026-03-02", description = "the first day; today where it is left out") @Nullable
        LocalDate start,

        @Schema(examples = "2027-03-01", description = "the last day, where there is one") @Nullable
        LocalDate end,

        @Schema(examples = "With meals.") @Nullable @Size(max = 2_000)
        String instructions,

        @Schema(description = "an order of the patient that ends as this one is ordered, which begins today or before")
        @Nullable
        MedicationOrderId replaces,

        @Schema(description = "what the checks of the product ask") @Nullable @Valid
        OrderInputs inputs,

        @Schema(description = "the warnings that are overridden; what is not warned of is left out")
        @Nullable
        @Size(max = 12)
        List<@NotNull @Valid OverrideForm> overrides,

        @Schema(examples = "true", description = "true keeps a draft, with what the checks find") @Nullable
        Boolean draft) {

    private static final int DAYS_AHEAD_MAX = 30;
    private static final int YEARS_MAX = 2;

    /** A warning, and why it is ordered all the same. */
    @Schema(name = "MedicationOverrideForm")
    record OverrideForm(
            @NotNull Check check,

            @Schema(examples = "Starts at home with a friend; told what to wait for.") @NotBlank @Size(max = 2_000)
            String because) {}

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    OrderInputs said() {
        return Objects.requireNonNullElse(inputs, OrderInputs.NOTHING);
    }

    /** The product, where it is one that can be ordered like this. */
    Product orderable(Formulary formulary) {
        var found = formulary
                .find(product)
                .orElseThrow(() -> MedicationRule.PRODUCT_OF_THE_FORMULARY.at(
                        "/product", "Choose one of the formulary (GET formulary)."));
        if (!found.orderable()) {
            throw MedicationRule.METHADONE_COMES_FROM_AN_OTP.at(
                    "/product", "Record it as taken elsewhere, with the program that gives it.");
        }
        if (!found.indications().contains(indication)) {
            throw MedicationRule.ORDER_FITS_THE_PRODUCT.at(
                    "/indication", "%s is for %s.".formatted(found.name(), found.indications()));
        }
        if (frequency != null && !found.frequencies().contains(frequency)) {
            throw MedicationRule.ORDER_FITS_THE_PRODUCT.at(
                    "/frequency", "%s is given %s.".formatted(found.name(), found.frequencies()));
        }
        if (found.isInjection() && unitsPerDose > 1) {
            throw MedicationRule.ORDER_FITS_THE_PRODUCT.at("/unitsPerDose", "One injection at a time.");
        }
        return found;
    }

    /** From when to when. */
    MedicationOrder.Days days(Stay stay) {
        var from = start == null ? stay.today() : start;
        var latest = stay.today().plusDays(DAYS_AHEAD_MAX);
        if (from.isBefore(stay.from()) || from.isAfter(latest)) {
            throw MedicationRule.ORDERED_FOR_DAYS_AHEAD.at(
                    "/start", "a day from %s to %s".formatted(stay.from(), latest));
        }
        if (replaces != null && !isDraft() && from.isAfter(stay.today())) {
            throw MedicationRule.REPLACES_FROM_TODAY_ON.at(
                    "/start",
                    "%s at the latest: keep it as a draft, and order it on its first day".formatted(stay.today()));
        }
        if (end != null && (end.isBefore(from) || end.isAfter(from.plusYears(YEARS_MAX)))) {
            throw MedicationRule.ORDERED_FOR_DAYS_AHEAD.at(
                    "/end", "a day from %s to %s".formatted(from, from.plusYears(YEARS_MAX)));
        }
        return new MedicationOrder.Days(from, end);
    }

    MedicationOrder.What what(Product of) {
        return new MedicationOrder.What(
                of.code(),
                indication,
                unitsPerDose,
                frequency == null ? of.frequencies().getFirst() : frequency,
                replaces);
    }

    /** What is sealed of it. */
    OrderContent content() {
        return OrderContent.of(instructions, said(), overrides);
    }
}
