package org.stepwell.therapy.drugscreen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A screen as it is shown. */
@Schema(name = "DrugScreen")
record ScreenView(
        DrugScreenId id,
        int version,
        PatientId patient,
        EpisodeId episode,
        LocalDate day,

        @Schema(description = "whether the day was drawn") boolean atRandom,

        @Schema(examples = "65750-2", description = "LOINC") String panel,

        @Schema(examples = "Drugs of abuse 5 panel by screen")
        String panelName,

        List<String> analytes,
        ScreenWhat.Confirmation confirmation,
        StaffId orderedBy,
        Instant orderedAt,
        ScreenStatus status,
        Instant statusAt,
        @Nullable StaffId statusBy,
        @Nullable Instant collectedAt,

        @Schema(examples = "96", description = "Fahrenheit") @Nullable
        Integer temperature,

        @Schema(examples = "88", description = "mg/dL") @Nullable
        Integer creatinine,

        Specimen.@Nullable InvalidBecause invalidBecause,
        DrugScreen.@Nullable CancelledBecause cancelledBecause,

        @Schema(description = "when the last of them came") @Nullable
        Instant resultsAt,

        List<ResultView> results,

        @Schema(description = "to the patient, where results are not shown yet: from when on they are") @Nullable
        Instant resultsFrom,

        List<ReviewView> reviews,

        @Schema(examples = FOR_TREATMENT) String notice) {

    static final String FOR_TREATMENT =
            "For treatment only: collected without a chain of custody, and no proof in court or for an employer.";

    /**
     * A screen with what is shown beside it.
     *
     * @param resultsFrom from when on all results are shown, where they are not yet
     */
    static ScreenView of(
            DrugScreen screen,
            Panel panel,
            List<ResultView> results,
            @Nullable Instant resultsFrom,
            List<ReviewView> reviews) {
        var specimen = screen.specimen();
        return new ScreenView(
                screen.id(),
                screen.version(),
                screen.patient(),
                screen.episode(),
                screen.day(),
                screen.asked().atRandom(),
                panel.loinc(),
                panel.name(),
                screen.what().analytes(),
                screen.what().confirmation(),
                screen.asked().orderedBy(),
                screen.asked().orderedAt(),
                screen.status(),
                screen.statusAt(),
                screen.statusBy(),
                specimen.collectedAt(),
                specimen.temperature(),
                specimen.creatinine(),
                specimen.invalidBecause(),
                screen.cancelledBecause(),
                screen.resultsAt(),
                results,
                resultsFrom,
                reviews,
                FOR_TREATMENT);
    }
}
