package org.stepwell.therapy.plan;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Programs;

/** The treatment plan of an episode, in its versions. */
@Path("episodes/{episode}/plans")
class PlanResource {

    private final Plans plans;
    private final PlanReviews reviews;
    private final PlanSigners signers;
    private final PlanTexts texts;
    private final Episodes episodes;
    private final Programs programs;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    PlanResource(
            Plans plans,
            PlanReviews reviews,
            PlanSigners signers,
            PlanTexts texts,
            Episodes episodes,
            Programs programs,
            ClinicDirectory clinics,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.signers = signers;
        this.texts = texts;
        this.episodes = episodes;
        this.programs = programs;
        this.clinics = clinics;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the patient said to the plan. */
    @Schema(name = "PlanAnswerForm")
    record AnswerForm(
            @NotNull PatientAnswer answer,

            @Schema(
                    examples = "Signed at the kitchen table, no account yet; the page is in the chart.",
                    description = "of a signature on paper, or of a refusal")
            @Nullable
            @Size(max = 2_000)
            String reason) {

        void mustSayHow(boolean byPatient) {
            boolean reasoned = reason != null && !reason.isBlank();
            if (byPatient ? answer != PatientAnswer.SIGNED : answer == PatientAnswer.SIGNED || !reasoned) {
                throw PlanRule.ANSWER_SAYS_HOW.because(
                        byPatient
                                ? "Sign it here, or speak with your clinician."
                                : "Choose SIGNED_ON_PAPER or DECLINED, and say why.");
            }
        }
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
            description = "One that was written before is replaced with If-Match; whoever had signed it signs again.")
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
        draft.write(texts.seal(draft.id(), content), author, now);
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
        draft.sign(signers.of(access.staff(), texts.open(draft), today(now)), now);
        settle(episode, draft, now);
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
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch revision, @NotNull @Valid AnswerForm form) {
        access.to(episodes.of(episode).patient());
        form.mustSayHow(access.byPatient());
        var now = clock.instant();
        var draft = draftToSign(episode, revision);
        draft.answered(form.answer(), texts.sealReason(draft.id(), form.reason()), now);
        settle(episode, draft, now);
        return Answers.versioned(draft.signatures(form.reason()), draft.revision());
    }

    /** What holds is told; what held before is superseded first, because the database keeps one. */
    private void settle(EpisodeId episode, Plan draft, Instant now) {
        if (draft.isAgreed()) {
            plans.inForce(episode).ifPresent(Plan::superseded);
            plans.flush();
            var signed = draft.holds(today(now).plusDays(programs.planReviewDays(episode, today(now))), now);
            outbox.append(signed);
            reviews.signed(signed, draft.textSignedAt());
        }
        plans.flush();
    }

    private Plan draftToSign(EpisodeId episode, @Nullable IfMatch revision) {
        mustRun(episode);
        var draft = plans.draft(episode)
                .orElseThrow(() -> PlanRule.DRAFT_COMES_FIRST.because("Episode %s has no draft.".formatted(episode)));
        IfMatch.require(revision, draft.revision());
        return draft;
    }

    private void mustRun(EpisodeId episode) {
        if (!episodes.of(episode).running()) {
            throw PlanRule.PLANNED_WHILE_IN.because("Episode %s is not running.".formatted(episode));
        }
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }
}
