package org.stepwell.therapy.motivation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
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
import org.stepwell.therapy.roster.Episodes;

/** In which stage of change a patient was seen. */
@Path("episodes/{episode}/stages-of-change")
@Produces(MediaType.APPLICATION_JSON)
class StageResource {

    private final StagesSeen stages;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    StageResource(StagesSeen stages, Episodes episodes, Access access, Clock clock) {
        this.stages = stages;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** A stage, and since when. */
    @Schema(name = "StageForm")
    record StageForm(
            @NotNull Stage stage,

            @Schema(description = "the day on which it was seen; today where it is left out") @Nullable
            LocalDate date) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record the stage of change in which a patient was seen",
            description =
                    "The last one is the current one, by its day; of the same day, the one that was recorded last.")
    @APIResponseSchema(value = StageView.class, responseCode = "201")
    public RestResponse<StageView> record(EpisodeId episode, @NotNull @Valid StageForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var seen = StageSeen.in(Uuid7.next(), stay, form.stage(), form.date(), access.staff(), clock.instant());
        stages.persist(seen);
        return Answers.created(seen.view(), "patients/%s/motivation".formatted(stay.patient()), 0);
    }
}
