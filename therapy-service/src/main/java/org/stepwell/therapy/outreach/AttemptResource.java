package org.stepwell.therapy.outreach;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Stay;

/** The attempts to reach a patient. */
@Path("episodes/{episode}/outreach/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class AttemptResource {

    private final OutreachAttempts attempts;
    private final OutreachTexts texts;
    private final Outreach outreach;
    private final PlanAfterCall planAfterCall;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    AttemptResource(
            OutreachAttempts attempts,
            OutreachTexts texts,
            Outreach outreach,
            PlanAfterCall planAfterCall,
            Episodes episodes,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.attempts = attempts;
        this.texts = texts;
        this.outreach = outreach;
        this.planAfterCall = planAfterCall;
        this.episodes = episodes;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    /** What somebody tried. */
    @Schema(name = "OutreachAttemptForm")
    record AttemptForm(
            @Schema(description = "now where it is left out") @Nullable
            Instant at,

            @NotNull Way way,
            @NotNull Outcome outcome,

            @Schema(examples = "His phone is off; tried again at six.") @Nullable @Size(max = 2_000)
            String note) {}

    @POST
    @Transactional
    @Operation(
            summary = "Record that somebody tried to reach the patient, and what came of it",
            description =
                    "It does the steps that ask for contact; once the patient is reached, nothing more is asked for. Also what was"
                            + " done before the session was closed. Where the therapist was to call and somebody spoke with the"
                            + " patient, the plan is looked at out of turn.")
    @APIResponseSchema(value = OutreachView.AttemptView.class, responseCode = "201")
    public RestResponse<OutreachView.AttemptView> record(EpisodeId episode, @NotNull @Valid AttemptForm form) {
        var stay = stay(episode);
        var now = clock.instant();
        var at = form.at() == null ? now : form.at();
        mustBeIn(stay, LocalDate.ofInstant(at, clinics.zone()));
        var made =
                new OutreachAttempt.Made(episode, stay.patient(), at, form.way(), form.outcome(), access.staff(), now);
        var id = Uuid7.next();
        var attempt = new OutreachAttempt(id, made, texts.sealNote(id, form.note()));
        attempts.persistAndFlush(attempt);
        if (attempt.spoke()) {
            planAfterCall.spoken(episode, now); // before the look, which ends the run
        }
        outreach.tried(episode);
        return Answers.created(texts.show(attempt, true), "episodes/%s/outreach".formatted(episode), 0);
    }

    @DELETE
    @Path("{attempt}")
    @Transactional
    @Operation(
            summary = "Take back an attempt that was recorded by mistake",
            description = "What it had done is asked for again, and whoever was held for reached is looked for again.")
    public void takeBack(EpisodeId episode, UUID attempt) {
        var stay = stay(episode);
        mustNotHaveEnded(stay, stay.today());
        outreach.takeBack(episode, attempt);
    }

    private Stay stay(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        return stay;
    }

    private static void mustBeIn(Stay stay, LocalDate day) {
        if (day.isBefore(stay.from())) {
            throw OutreachRule.ATTEMPT_OF_A_TIME_IN_THE_PROGRAM.at("/at", "%s at the earliest.".formatted(stay.from()));
        }
        mustNotHaveEnded(stay, day);
    }

    /** By the last day itself: of whoever died on it, what was tried that day is written down after the word. */
    private static void mustNotHaveEnded(Stay stay, LocalDate day) {
        if (stay.lastDay() != null && day.isAfter(stay.lastDay())) {
            throw OutreachRule.SOUGHT_WHILE_IN.because("The last day was %s.".formatted(stay.lastDay()));
        }
    }
}
