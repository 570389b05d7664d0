package org.stepwell.therapy.career;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.telling.Telling;

/** What a patient wants to reach at work or in school. */
@Path("episodes/{episode}/career/goals")
@Produces(MediaType.APPLICATION_JSON)
class CareerGoalResource {

    private final CareerGoals goals;
    private final Telling telling;

    CareerGoalResource(CareerGoals goals, Telling telling) {
        this.goals = goals;
        this.telling = telling;
    }

    /** A goal, and by when. */
    @Schema(name = "CareerGoalForm")
    record GoalForm(
            @Schema(examples = "A job with fixed hours in the morning.") @NotBlank @Size(max = 1_000)
            String goal,

            @Schema(description = "today, or a day to come") @NotNull
            LocalDate targetDate) {}

    /** How a goal stands. */
    @Schema(name = "CareerGoalStateForm")
    record StateForm(@NotNull CareerGoal.State state) {}

    @POST
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Set a goal at work or in school, as the patient says")
    @APIResponseSchema(value = CareerGoalView.class, responseCode = "201")
    public RestResponse<CareerGoalView> set(EpisodeId episode, @NotNull @Valid GoalForm form) {
        var told = telling.toWhoReads(episode);
        var id = Uuid7.next();
        var goal = new CareerGoal(id, told, goals.seal(id, form.goal()), form.targetDate());
        goals.persistAndFlush(goal);
        return Answers.created(goal.view(form.goal()), CareerResource.path(told), goal.version());
    }

    @PUT
    @Path("{careerGoal}")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say a goal that is open in other words, or for another day; with If-Match")
    public RestResponse<CareerGoalView> change(
            EpisodeId episode,
            UUID careerGoal,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid GoalForm form) {
        var told = telling.toWhoReads(episode);
        var goal = goals.of(episode, careerGoal);
        IfMatch.require(version, goal.version());
        goal.is(told, goals.seal(careerGoal, form.goal()), form.targetDate());
        goals.flush();
        return Answers.versioned(goal.view(form.goal()), goal.version());
    }

    @POST
    @Path("{careerGoal}/states")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say that a goal is reached or given up, or open again")
    @APIResponseSchema(value = CareerGoalView.class, responseCode = "200")
    public RestResponse<CareerGoalView> stands(EpisodeId episode, UUID careerGoal, @NotNull @Valid StateForm form) {
        var told = telling.toWhoReads(episode);
        var goal = goals.of(episode, careerGoal);
        goal.stands(told, form.state());
        goals.flush();
        return Answers.versioned(goals.show(goal), goal.version());
    }
}
