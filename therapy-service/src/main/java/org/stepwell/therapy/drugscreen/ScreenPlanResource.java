package org.stepwell.therapy.drugscreen;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.drugscreen.ScreenPlan.HowOften;
import org.stepwell.therapy.drugscreen.ScreenResource.ScreenForm;
import org.stepwell.therapy.roster.Episodes;

/** How often a patient is screened at random. */
@Path("episodes/{episode}/drug-screen-plan")
class ScreenPlanResource {

    private final ScreenPlanRows plans;
    private final DrawnDays drawn;
    private final OrderScreen ordering;
    private final ScreenSettings settings;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    ScreenPlanResource(
            ScreenPlanRows plans,
            DrawnDays drawn,
            OrderScreen ordering,
            ScreenSettings settings,
            Episodes episodes,
            Access access,
            Clock clock) {
        this.plans = plans;
        this.drawn = drawn;
        this.ordering = ordering;
        this.settings = settings;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** How often, and for what; the clinic's usual where something is left out. */
    @Schema(name = "DrugScreenPlanForm")
    record PlanForm(
            @Schema(examples = "4", description = "so many times...") @Nullable @Min(1) @Max(20)
            Integer times,

            @Schema(examples = "28", description = "...in so many days") @Nullable @Min(1) @Max(60)
            Integer perDays,

            @Schema(examples = "2", description = "with at least so many days from one to the next")
            @Nullable
            @Min(1)
            @Max(30)
            Integer apartDays,

            @Schema(description = "what is looked for; the clinic's usual panel where it is left out") @Nullable @Valid
            ScreenForm screen) {

        private HowOften often(ScreenSettings usual) {
            return new HowOften(
                    times == null ? usual.times() : times,
                    perDays == null ? usual.perDays() : perDays,
                    apartDays == null ? usual.apartDays() : apartDays);
        }
    }

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Screen the patient at random, so many times in so many days",
            description =
                    "Days are drawn from tomorrow on, when the clinic is open, and shown to nobody before they come. Another plan"
                            + " replaces one that was read, with If-Match.")
    public RestResponse<ScreenPlanView> set(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid PlanForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        if (stay.isOver()) {
            throw ScreenRule.SCREENED_WHILE_IN.because("The last day was %s.".formatted(stay.lastDay()));
        }
        var often = form.often(settings);
        ScreenPlan.mustFit(often, settings.weekdays());
        var what = ordering.what(form.screen() == null ? new ScreenForm(null, null, null) : form.screen());
        var before = plans.locked(episode);
        var now = clock.instant();
        before.ifPresent(plan -> {
            IfMatch.require(version, plan.version());
            plan.set(often, what, access.staff(), now, stay.today());
        });
        var plan = before.orElseGet(() -> new ScreenPlan(stay, often, what, access.staff(), now));
        plans.persistAndFlush(plan);
        drawn.schedule(plan);
        return Answers.versioned(plan.view(), plan.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read how often the patient is screened at random, and for what; never on which days")
    public RestResponse<ScreenPlanView> read(EpisodeId episode) {
        access.to(episodes.stay(episode).patient());
        var plan = plans.of(episode).orElseThrow(NotFoundException::new);
        return Answers.versioned(plan.view(), plan.version());
    }

    @DELETE
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Screen the patient at random no more", description = "With If-Match.")
    public void end(EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version) {
        access.to(episodes.stay(episode).patient());
        plans.locked(episode).ifPresent(plan -> {
            IfMatch.require(version, plan.version());
            plans.delete(plan);
            drawn.end(episode);
        });
    }
}
