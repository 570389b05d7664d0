package org.stepwell.therapy.formulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One product.
 *
 * @param orderable false of what is only recorded: methadone for opioid use disorder comes from an opioid treatment program (42 CFR 8)
 */
@Schema(name = "MedicationProduct")
public record Product(
        @Schema(examples = "BUPRENORPHINE_NALOXONE_FILM_8") String code,

        @Schema(examples = "buprenorphine 8 mg / naloxone 2 mg film")
        String name,

        List<Substance> substances,

        @Schema(examples = "1010604", description = "RxNorm's id of it (RxCUI); missing where it was not verified")
        @Nullable
        String rxNorm,

        Form form,
        Route route,
        @Schema(examples = "8 mg / 2 mg") String strength,
        List<Indication> indications,

        @Schema(description = "the first is the usual one") List<Frequency> frequencies,

        Schedule schedule,
        boolean orderable,

        @Schema(description = "of an injection") @Nullable Window window,

        @Schema(
                examples = "0",
                description = "so many days after it is over it may still be found, where that is longer than usual")
        int staysDays) {

    /** What it is. */
    @Schema(name = "MedicationForm")
    public enum Form {
        FILM,
        TABLET,
        CONCENTRATE,
        NASAL_SPRAY,
        INJECTION
    }

    /** The way it is taken or given. */
    @Schema(name = "MedicationRoute")
    public enum Route {
        SUBLINGUAL,
        ORAL,
        NASAL,
        SUBCUTANEOUS,
        INTRAMUSCULAR
    }

    /** Its schedule as a controlled substance (21 CFR 1308). */
    @Schema(name = "ControlledSubstanceSchedule")
    public enum Schedule {
        NONE,
        II,
        III
    }

    /** When an injection follows the one before, counted in days from that. */
    @Schema(name = "InjectionInterval")
    public record Window(
            @Schema(examples = "26") int opensAfterDays,
            @Schema(examples = "28") int dueAfterDays,
            @Schema(examples = "42") int closesAfterDays) {}

    /** Whether a prescription monitoring program knows of it. */
    public boolean isControlled() {
        return schedule != Schedule.NONE;
    }

    /** What it is given for: the first that it contains. */
    public Substance main() {
        return substances.getFirst();
    }

    /** Whether it is injected. */
    public boolean isInjection() {
        return form == Form.INJECTION;
    }

    /** Whether it is not given to whoever takes this. */
    public boolean isApartFrom(Substance other) {
        return substances.stream().anyMatch(one -> one.isApartFrom(other));
    }

    /** Whether it contains this. */
    public boolean has(Substance substance) {
        return substances.contains(substance);
    }
}
