package org.stepwell.therapy.handoff;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Episodes;

/** What a patient leaves an episode with. It begins by itself; people write it and sign it. */
@Path("episodes/{episode}/discharge-summary")
@Produces(MediaType.APPLICATION_JSON)
class DischargeSummaryResource {

    private final Summaries summaries;
    private final SummaryTexts texts;
    private final SummaryTasks tasks;
    private final SignSummary signSummary;
    private final ShowSummary showSummary;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    DischargeSummaryResource(
            Summaries summaries,
            SummaryTexts texts,
            SummaryTasks tasks,
            SignSummary signSummary,
            ShowSummary showSummary,
            Episodes episodes,
            Access access,
            Clock clock) {
        this.summaries = summaries;
        this.texts = texts;
        this.tasks = tasks;
        this.signSummary = signSummary;
        this.showSummary = showSummary;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** What is added to a signed summary. */
    @Schema(name = "DischargeSummaryAddendumForm")
    record AddendumForm(
            @Schema(examples = "His brother called: the first appointment is on Tuesday.") @NotBlank @Size(max = 8_000)
            String text) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read the discharge summary of an episode",
            description =
                    "404 until a discharge is planned or done. The patient reads it once it is signed, and learns before"
                            + " that there is one.")
    public RestResponse<DischargeSummaryView> read(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        return answer(summaries.findByIdOptional(episode).orElseThrow(NotFoundException::new));
    }

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Write the draft of a discharge summary, whole",
            description = "With If-Match. Whoever had signed it signs again.")
    public RestResponse<DischargeSummaryView> write(
            EpisodeId episode,
            @HeaderParam("If-Match") @Nullable IfMatch revision,
            @NotNull @Valid DischargeContent content) {
        var summary = begun(episode);
        Revision.written(summary).mustBeWrittenOver(revision);
        var now = clock.instant();
        boolean waited = summary.signatures().waitForAnother();
        summary.write(texts.seal(episode, content), access.staff(), now);
        if (waited) {
            tasks.notToCosign(episode, now);
        }
        return changed(summary);
    }

    @POST
    @Path("signature")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Sign a discharge summary, or co-sign what a clinician has signed",
            description =
                    "Once the patient is discharged, from the last day on. If-Match names the revision that was read, all of"
                            + " it: nobody signs what they have not seen. It is locked then.")
    public RestResponse<DischargeSummaryView> sign(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch revision) {
        var summary = begun(episode);
        signSummary.sign(summary, revision, access.staff());
        return changed(summary);
    }

    @POST
    @Path("addenda")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Add to a signed discharge summary")
    @APIResponseSchema(value = DischargeSummaryView.class, responseCode = "201")
    public RestResponse<DischargeSummaryView> add(EpisodeId episode, @NotNull @Valid AddendumForm form) {
        var summary = begun(episode);
        summary.mustTakeAddenda();
        var id = Uuid7.next();
        var sealed = texts.sealAddendum(id, form.text());
        var signer = signSummary.signer(access.staff());
        summaries.keep(new SummaryAddendum(id, episode, form.text(), sealed, signer, clock.instant()));
        summaries.flush();
        var view = showSummary.of(summary);
        return Answers.created(view, "episodes/" + episode + "/discharge-summary", view.etag());
    }

    private DischargeSummary begun(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        return summaries
                .locked(episode)
                .orElseThrow(() -> HandoffRule.SUMMARY_BEGINS_WITH_THE_END.because(
                        "No discharge of episode %s is planned or done. Plan it in enrollment.".formatted(episode)));
    }

    private RestResponse<DischargeSummaryView> changed(DischargeSummary summary) {
        summaries.flush();
        return answer(summary);
    }

    private RestResponse<DischargeSummaryView> answer(DischargeSummary summary) {
        var view = showSummary.of(summary);
        return Answers.versioned(view, view.etag());
    }
}
