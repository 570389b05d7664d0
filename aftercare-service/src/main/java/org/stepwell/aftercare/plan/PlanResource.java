package org.stepwell.aftercare.plan;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.aftercare.patient.Patients.Background;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The HTTP door to aftercare plans; they open and become active by themselves, with the discharge. */
@Path("")
@Guard(Policy.CARE_TEAM_READS)
class PlanResource {

    private final AftercarePlans plans;
    private final Patients patients;
    private final Carried carried;
    private final Access access;

    PlanResource(AftercarePlans plans, Patients patients, Carried carried, Access access) {
        this.plans = plans;
        this.patients = patients;
        this.carried = carried;
        this.access = access;
    }

    @GET
    @Path("plans")
    @Transactional
    @Operation(summary = "The aftercare plans of a patient, oldest first")
    public RestResponse<Page<PlanView>> ofPatient(
            @NotNull @QueryParam("patient") @Parameter(description = "whose plans") PatientId patient,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        access.to(patient);
        var found = plans.ofPatient(patient, page.after(), page.fetch());
        var backgrounds =
                patients.backgrounds(found.stream().map(AftercarePlan::episode).toList());
        var besides = carried.of(found.stream().map(AftercarePlan::id).toList());
        return Page.of(
                found,
                page,
                plan -> PlanView.of(
                        plan,
                        backgrounds.getOrDefault(plan.episode(), Background.UNKNOWN),
                        Objects.requireNonNull(besides.get(plan.id()))),
                AftercarePlan::id,
                uri);
    }

    @GET
    @Path("plans/{plan}")
    @Transactional
    @Operation(summary = "An aftercare plan")
    public RestResponse<PlanView> one(AftercarePlanId plan) {
        return shown(plans.of(plan));
    }

    @GET
    @Path("episodes/{episode}/plan")
    @Transactional
    @Operation(summary = "The aftercare plan of an episode: the open one, else the newest")
    public RestResponse<PlanView> ofEpisode(EpisodeId episode) {
        return shown(plans.latestOf(episode));
    }

    private RestResponse<PlanView> shown(AftercarePlan plan) {
        access.to(plan.patient());
        var background = patients.backgrounds(List.of(plan.episode())).getOrDefault(plan.episode(), Background.UNKNOWN);
        return Answers.versioned(PlanView.of(plan, background, carried.of(plan.id())), plan.version());
    }
}
