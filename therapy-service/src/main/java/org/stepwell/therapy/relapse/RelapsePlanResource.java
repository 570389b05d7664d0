package org.stepwell.therapy.relapse;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.roster.Episodes;

/** An episode's plan for the prevention of a relapse, in its versions. */
@Path("episodes/{episode}/relapse-plan")
class RelapsePlanResource {

    private final RelapsePlans plans;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    RelapsePlanResource(RelapsePlans plans, Episodes episodes, Access access, Clock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(
            summary = "Write the next version of a patient's plan for the prevention of a relapse, whole",
            description =
                    "The patient alone, or with whoever treats them, from the admission on. From the second version of"
                            + " an episode on with If-Match; the versions before are kept.")
    public RestResponse<RelapsePlanView> write(
            EpisodeId episode,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid RelapsePlanContent content) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        content.mustSaySomething();
        var before = plans.newest(episode);
        before.ifPresent(plan -> IfMatch.require(version, plan.version()));
        var id = Uuid7.next();
        int next = before.map(RelapsePlan::version).orElse(0) + 1;
        var by = access.byPatient() ? null : access.staff();
        var plan = new RelapsePlan(id, stay, next, plans.seal(id, content), by, clock.instant());
        plans.persistAndFlush(plan);
        return Answers.versioned(plan.view(content), next);
    }

    @GET
    @Path("versions")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read all versions of an episode's plan for the prevention of a relapse, newest last")
    public RestResponse<Page<RelapsePlanView>> versions(
            EpisodeId episode, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(episodes.stay(episode).patient());
        return Page.of(plans.of(episode, page.after(), page.fetch()), page, plans::show, RelapsePlan::id, uri);
    }
}
