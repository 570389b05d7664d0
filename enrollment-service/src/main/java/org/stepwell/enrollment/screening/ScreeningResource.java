package org.stepwell.enrollment.screening;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.enrollment.program.Levels;
import org.stepwell.enrollment.stop.Actors;
import org.stepwell.enrollment.stop.Grounds;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;

/** Screenings: a suggested level with the rule that fired, for review by a clinician, and what the clinician decided. */
@Path("screenings/{screening}")
class ScreeningResource {

    private final Screenings screenings;
    private final ShownScreenings shown;
    private final DecideLevel decideLevel;
    private final Actors actors;
    private final Access access;

    ScreeningResource(
            Screenings screenings, ShownScreenings shown, DecideLevel decideLevel, Actors actors, Access access) {
        this.screenings = screenings;
        this.shown = shown;
        this.decideLevel = decideLevel;
        this.actors = actors;
        this.access = access;
    }

    @Schema(name = "LevelForm")
    record LevelForm(
            @Schema(examples = "2.1", description = "a level of the third edition")
            @NotNull
            @Pattern(regexp = Levels.THIRD_EDITION)
            String level,

            @Schema(
                    examples = "She has a strong support system and came through the last year well.",
                    description = "at least twenty characters, where the level is none of the suggested ones")
            @Size(max = 4_000)
            @Nullable
            String reason) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One screening")
    public RestResponse<ScreeningView> read(ScreeningId screening) {
        var found = screenings.of(screening);
        access.to(found.patient());
        return Answers.versioned(shown.show(found), found.version());
    }

    @POST
    @Path("level")
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(
            summary = "Decide the level of care after a look at the suggested one",
            description = "A decision for this program's level overrides the stop OTHER_LEVEL with the same reason.")
    public RestResponse<ScreeningView> decide(ScreeningId screening, @NotNull @Valid LevelForm form) {
        var found = screenings.lockedOf(screening);
        access.to(found.patient());
        var why = form.reason() == null ? null : new Grounds(form.reason(), null);
        decideLevel.decide(found, form.level(), why, actors.caller());
        return Answers.versioned(shown.show(found), found.version());
    }
}
