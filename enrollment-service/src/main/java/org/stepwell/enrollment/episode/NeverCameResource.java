package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;

/** Somebody was admitted, and was never there. */
@Path("episodes/{episode}/never-came")
@Guard(Policy.INTAKE_ENROLLS)
class NeverCameResource {

    private final Episodes episodes;
    private final TakeBackAdmission takeBackAdmission;
    private final Access access;

    NeverCameResource(Episodes episodes, TakeBackAdmission takeBackAdmission, Access access) {
        this.episodes = episodes;
        this.takeBackAdmission = takeBackAdmission;
        this.access = access;
    }

    @Schema(name = "NeverCameForm")
    record Form(
            @Schema(
                    examples = "2026-03-06",
                    description = "the last day on which they were expected: their places are free from the next on")
            @NotNull
            LocalDate awaitedUntil,

            @Schema(examples = "CHANGED_THEIR_MIND", description = "UNKNOWN where nobody says") @Nullable
            WithdrawalReason reason) {}

    @POST
    @Transactional
    @Operation(
            summary = "A patient was admitted and never came",
            description =
                    "Only of somebody who was in no session. They stand in no report, and no next step is asked for.")
    public RestResponse<EpisodeView> neverCame(EpisodeId episode, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        takeBackAdmission.neverCame(
                found, form.awaitedUntil(), form.reason() == null ? WithdrawalReason.UNKNOWN : form.reason());
        episodes.flush();
        return Answers.versioned(EpisodeView.of(found), found.version());
    }
}
