package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.program.Levels;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The end of an episode: planned first, then done. */
@Path("episodes")
@Guard(Policy.CARE_TEAM_TREATS)
class DischargeResource {

    private final Episodes episodes;
    private final Access access;
    private final Outbox outbox;
    private final ClinicDirectory clinics;
    private final Clock clock;
    private final DischargePatient dischargePatient;
    private final StayReviews stays;

    DischargeResource(
            Episodes episodes,
            Access access,
            Outbox outbox,
            ClinicDirectory clinics,
            Clock clock,
            DischargePatient dischargePatient,
            StayReviews stays) {
        this.episodes = episodes;
        this.access = access;
        this.outbox = outbox;
        this.clinics = clinics;
        this.clock = clock;
        this.dischargePatient = dischargePatient;
        this.stays = stays;
    }

    @Schema(name = "DischargePlanForm")
    record PlanForm(
            @Schema(examples = "2026-05-30") @NotNull LocalDate targetDate,

            @Schema(examples = "STEP_DOWN_OUTPATIENT") @NotNull
            DischargeReason reason,

            @Schema(examples = "1", description = "the level of care that follows")
            @Nullable
            @Pattern(regexp = Levels.THIRD_EDITION)
            String nextLevel) {

        DischargePlan plan() {
            return new DischargePlan(targetDate, reason, nextLevel);
        }
    }

    @Schema(name = "DischargeForm")
    record Form(
            @Schema(examples = "2026-05-30") @NotNull LocalDate lastDay,

            @Schema(examples = "COMPLETED_GOALS_MET") @NotNull
            DischargeReason reason,

            @Schema(description = "only where nobody accepted a next step") @Nullable
            DischargeWaiver waiver) {}

    @POST
    @Path("{episode}/discharge-plan")
    @Transactional
    @Operation(summary = "Plan the discharge, so that next steps are arranged before it")
    public RestResponse<EpisodeView> plan(EpisodeId episode, @NotNull @Valid PlanForm form) {
        var found = mine(episode);
        var now = clock.instant();
        outbox.append(found.planDischarge(form.plan(), today(now), now));
        return lookedAt(found, now);
    }

    @PUT
    @Path("{episode}/discharge-plan")
    @Transactional
    @Operation(
            summary = "Plan a discharge for another day, or otherwise",
            description = "What is arranged for it stands; a next step before the last day is none after it.")
    public RestResponse<EpisodeView> planAnew(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid PlanForm form) {
        var found = mine(episode);
        IfMatch.require(version, found.version());
        var now = clock.instant();
        outbox.append(found.planDischargeAnew(form.plan(), today(now), now));
        return lookedAt(found, now);
    }

    @DELETE
    @Path("{episode}/discharge-plan")
    @Transactional
    @Operation(summary = "The patient stays after all")
    public RestResponse<EpisodeView> cancelPlan(EpisodeId episode) {
        var found = mine(episode);
        outbox.append(found.cancelDischargePlan(clock.instant()));
        stays.isInUntil(found);
        return show(found);
    }

    @POST
    @Path("{episode}/discharge")
    @Transactional
    @Operation(summary = "Discharge, with an accepted next step or a coded waiver")
    public RestResponse<EpisodeView> discharge(EpisodeId episode, @NotNull @Valid Form form) {
        var found = mine(episode);
        dischargePatient.discharge(
                found,
                new Ending(form.lastDay(), form.reason(), form.waiver()),
                episodes.hasAcceptedNextStep(found, form.lastDay()));
        return show(found);
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }

    /** Its end was looked at, until the day for which it is planned is over. */
    private RestResponse<EpisodeView> lookedAt(Episode episode, Instant now) {
        stays.decided(episode, now);
        stays.isInUntil(episode);
        return show(episode);
    }

    private Episode mine(EpisodeId episode) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        return found;
    }

    private RestResponse<EpisodeView> show(Episode episode) {
        episodes.flush();
        return Answers.versioned(EpisodeView.of(episode), episode.version());
    }
}
