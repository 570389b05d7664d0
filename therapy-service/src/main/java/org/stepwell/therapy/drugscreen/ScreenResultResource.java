package org.stepwell.therapy.drugscreen;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.drugscreen.ScreenResult.Reading;

/** What was found, and that somebody looked at it with the patient. */
@Path("episodes/{episode}/drug-screens/{drugScreen}")
@Guard(Policy.CARE_TEAM_TREATS)
class ScreenResultResource {

    private final ScreenFindings findings;
    private final ScreensShown shown;

    ScreenResultResource(ScreenFindings findings, ScreensShown shown) {
        this.findings = findings;
        this.shown = shown;
    }

    /** What the laboratory, or the strip, says. */
    @Schema(name = "DrugScreenResultsForm")
    record ResultsForm(
            @NotNull ResultKind kind,

            @Schema(
                    examples = "88",
                    description = "mg/dL; below 20 the specimen is invalid, and its readings are not kept")
            @Nullable
            @Min(0)
            @Max(1_000)
            Integer creatinine,

            @NotEmpty @Size(max = 22) List<@NotNull @Valid ReadingForm> readings) {

        List<Reading> all() {
            return readings.stream()
                    .map(one -> new Reading(one.analyte(), kind, one.outcome() == ResultView.Outcome.DETECTED))
                    .toList();
        }
    }

    /** One analyte. */
    @Schema(name = "DrugScreenReadingForm")
    record ReadingForm(
            @Schema(examples = "OPIATES") @NotBlank @Size(max = 40)
            String analyte,

            @Schema(examples = "NOT_DETECTED") @NotNull ResultView.Outcome outcome) {}

    /** A result was wrong: it is the other one. */
    @Schema(name = "DrugScreenCorrectionForm")
    record CorrectionForm(
            @Schema(examples = "OPIATES") @NotBlank @Size(max = 40)
            String analyte,

            @NotNull ResultKind kind,

            @NotNull ResultView.Outcome outcome,

            @Schema(examples = "The strip was read the wrong way round.") @NotBlank @Size(max = 2_000)
            String because) {}

    /** What came of looking at it together. */
    @Schema(name = "DrugScreenReviewForm")
    record ReviewForm(
            @Schema(description = "what was found and a prescription explains after all, by its codes")
            @Nullable
            @Size(max = 22)
            List<@NotBlank @Size(max = 40) String> explained,

            @Schema(examples = "Talked about Saturday; she calls her sponsor before the next one.")
            @Nullable
            @Size(max = 4_000)
            String words) {}

    @POST
    @Path("results")
    @Transactional
    @Operation(
            summary = "Record what was found, presumptive or confirmed",
            description =
                    "Once for each analyte and kind. A confirmed result counts in the place of the presumptive one; both are"
                            + " kept. What nobody expected is a task to talk it over; nothing else follows from it.")
    public RestResponse<ScreenView> record(
            EpisodeId episode, DrugScreenId drugScreen, @NotNull @Valid ResultsForm form) {
        return answer(findings.record(episode, drugScreen, form));
    }

    @POST
    @Path("corrections")
    @Transactional
    @Operation(
            summary = "Correct a result",
            description = "It is the next version, with who and why; the first one is kept.")
    public RestResponse<ScreenView> correct(
            EpisodeId episode, DrugScreenId drugScreen, @NotNull @Valid CorrectionForm form) {
        return answer(findings.correct(episode, drugScreen, form));
    }

    @POST
    @Path("review")
    @Transactional
    @Operation(
            summary = "Say that you looked at the results with the patient",
            description = "With If-Match: the results that were read. From now on the patient sees them.")
    public RestResponse<ScreenView> review(
            EpisodeId episode,
            DrugScreenId drugScreen,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ReviewForm form) {
        return answer(findings.review(episode, drugScreen, version, form));
    }

    private RestResponse<ScreenView> answer(DrugScreen screen) {
        return Answers.versioned(shown.of(screen), screen.version());
    }
}
