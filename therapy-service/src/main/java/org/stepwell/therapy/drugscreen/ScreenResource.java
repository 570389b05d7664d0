package org.stepwell.therapy.drugscreen;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.roster.Episodes;

/** The drug screens of a stay, for treatment alone. */
@Path("episodes/{episode}/drug-screens")
@Produces(MediaType.APPLICATION_JSON)
class ScreenResource {

    private final OrderScreen ordering;
    private final DrugScreens screens;
    private final ScreensShown shown;
    private final Episodes episodes;
    private final Access access;

    ScreenResource(OrderScreen ordering, DrugScreens screens, ScreensShown shown, Episodes episodes, Access access) {
        this.ordering = ordering;
        this.screens = screens;
        this.shown = shown;
        this.episodes = episodes;
        this.access = access;
    }

    /** What is looked for. */
    @Schema(name = "DrugScreenForm")
    record ScreenForm(
            @Schema(
                    examples = "65750-2",
                    description = "a panel's LOINC code; the clinic's usual one where it is left out")
            @Nullable
            @Size(max = 20)
            String panel,

            @Schema(description = "more analytes, by their codes") @Nullable @Size(max = 22)
            List<@NotBlank @Size(max = 40) String> analytes,

            @Schema(description = "as the panel says where it is left out")
            ScreenWhat.@Nullable Confirmation confirmation) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Order a drug screen for today",
            description =
                    "For treatment only. Random ones are ordered by the plan of the stay, on days that nobody knows.")
    @APIResponseSchema(value = ScreenView.class, responseCode = "201")
    public RestResponse<ScreenView> order(EpisodeId episode, @NotNull @Valid ScreenForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var screen = ordering.today(stay, form, access.staff());
        return Answers.created(
                shown.of(screen), "episodes/%s/drug-screens/%s".formatted(episode, screen.id()), screen.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read the drug screens of a stay, newest last",
            description =
                    "A random one is there from the morning of its day on. Patients see results once they were reviewed, or two"
                            + " days after they came.")
    public RestResponse<Page<ScreenView>> list(
            EpisodeId episode, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(episodes.stay(episode).patient());
        return Page.ofSome(screens.of(episode, page.after(), page.fetch()), page, shown::of, DrugScreen::id, uri);
    }

    @GET
    @Path("{drugScreen}")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read a drug screen",
            description = "Refused to the patient while its results wait for somebody to look at them (409).")
    public RestResponse<ScreenView> read(EpisodeId episode, DrugScreenId drugScreen) {
        var screen = screens.of(episode, drugScreen);
        access.to(screen.patient());
        var view = shown.of(screen);
        var from = view.resultsFrom();
        if (from != null) {
            throw ScreenRule.RESULTS_ARE_REVIEWED_FIRST.because(
                    "They are here from %s at the latest. Ask your clinician, who may show them now.".formatted(from));
        }
        return Answers.versioned(view, screen.version());
    }
}
