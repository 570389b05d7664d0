package org.stepwell.therapy.plan;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Episodes;

/** The treatment plan of an episode, in its versions. */
@Path("episodes/{episode}/plans")
class PlanResource {

    private final Plans plans;
    private final PlanObjectives objectives;
    private final SettlePlan settlePlan;
    private final PlanSigners signers;
    private final PlanTexts texts;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    PlanResource(
            Plans plans,
            PlanObjectives objectives,
            SettlePlan settlePlan,
            PlanSigners signers,
            PlanTexts texts,
            Episodes episodes,
            Access access,
            Clock clock) {
        this.plans = plans;
        this.objectives = objectives;
        this.settlePlan = settlePlan;
        this.signers = signers;
        this.texts = texts;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read an episode's plans, newest first",
            description = "Patients see a version once a clinician has signed it.")
    public List<PlanView> list(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        boolean all = !access.byPatient();
        return plans.of(episode).stream()
                .filter(plan -> all || plan.isShownToThePatient())
                .map(texts::show)
                .toList();
    }

    @PUT
    @Path("draft")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Write the draft of the next plan, whole",
            description =
                    "One that was written before is replaced with If-Match; whoever had signed it signs again. Each"
                            + " objective gets an id; whoever sends it back keeps it through drafts and versions.")
    public RestResponse<PlanView> write(
            EpisodeId episode,
            @HeaderParam("If-Match") @Nullable IfMatch revision,
            @NotNull @Valid PlanContent content) {
        var patient = episodes.of(episode).patient();
        access.to(patient);
        mustRun(episode);
        var before = plans.draft(episode);
        before.ifPresent(draft -> IfMatch.require(revision, draft.revision()));
        var author = access.staff();
        var now = clock.instant();
        var draft = before.orElseGet(() -> plans.begun(episode, patient, author, now));
        var identified = objectives.identified(episode, content, before.map(texts::open));
        draft.write(texts.seal(draft.id(), identified), author, now);
        plans.persistAndFlush(draft);
        return Answers.versioned(texts.show(draft), draft.revision());
    }

    @POST
    @Path("draft/signature")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Sign the draft, or approve what a clinician has signed",
            description =
                    "If-Match names the revision that was read: nobody signs a text that they have not seen. The plan"
                            + " holds once the patient was asked, too.")
    public RestResponse<PlanView> sign(EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch revision) {
        access.to(episodes.of(episode).patient());
        var now = clock.instant();
        var draft = draftToSign(episode, revision);
        settlePlan.mustBeComplete(draft, now);
        draft.sign(signers.of(access.staff()), now);
        settlePlan.settle(episode, draft, now);
        return Answers.versioned(texts.show(draft), draft.revision());
    }

    @POST
    @Path("draft/patient-signature")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Record what the patient said: signed in their account, signed on paper, or declined",
            description = "A plan that the patient declined holds all the same, and says so.")
    public RestResponse<PlanView.Signatures> answer(
            EpisodeId episode,
            @HeaderParam("If-Match") @Nullable IfMatch revision,
            @NotNull @Valid PlanAnswerForm form) {
        access.to(episodes.of(episode).patient());
        form.mustSayHow(access.byPatient());
        mustHaveRead();
        var now = clock.instant();
        var draft = draftToSign(episode, revision);
        draft.answered(form.answer(), texts.sealReason(draft.id(), form.reason()), now);
        settlePlan.settle(episode, draft, now);
        return Answers.versioned(draft.signatures(form.reason()), draft.revision());
    }

    private Plan draftToSign(EpisodeId episode, @Nullable IfMatch revision) {
        mustRun(episode);
        var draft = plans.draft(episode)
                .orElseThrow(() -> PlanRule.DRAFT_COMES_FIRST.because("Episode %s has no draft.".formatted(episode)));
        IfMatch.requireRead(revision, draft.revision());
        return draft;
    }

    /** Intake, who brings much that patients said, reads no plan, and so records nothing that was said to one. */
    private void mustHaveRead() {
        if (!access.readsWhatIsTold()) {
            throw PlanRule.RECORDED_BY_WHO_READS_PLANS.because("Ask whoever treats the patient, or a supervisor.");
        }
    }

    private void mustRun(EpisodeId episode) {
        if (!episodes.of(episode).running()) {
            throw PlanRule.PLANNED_WHILE_IN.because("Episode %s is not running.".formatted(episode));
        }
    }
}
