package org.stepwell.aftercare.recheck;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The HTTP door to the quarterly rechecks. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CLINICAL_READS)
class RecheckResource {

    private final Rechecks rechecks;
    private final RecheckShown shown;
    private final AnswerRecheck answering;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final ClinicDirectory clinics;
    private final Clock clock;

    RecheckResource(
            Rechecks rechecks,
            RecheckShown shown,
            AnswerRecheck answering,
            FindPlan plans,
            Access access,
            Caller caller,
            ClinicDirectory clinics,
            Clock clock) {
        this.rechecks = rechecks;
        this.shown = shown;
        this.answering = answering;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.clinics = clinics;
        this.clock = clock;
    }

    @GET
    @Path("plans/{plan}/rechecks")
    @Transactional
    @Operation(summary = "The quarterly rechecks of a plan, and the one that comes next")
    public RestResponse<Page<RecheckView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(rechecks.ofPlan(plan, page.after(), page.fetch()), page, shown::view, Recheck::id, uri);
    }

    @GET
    @Path("rechecks/{recheck}")
    @Transactional
    @Operation(summary = "A quarterly recheck")
    public RestResponse<RecheckView> one(RecheckId recheck) {
        var found = rechecks.of(recheck);
        access.to(found.of().patient());
        return Answers.versioned(shown.view(found), found.version());
    }

    @POST
    @Path("rechecks/{recheck}/answers")
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(
            summary = "Answer a recheck",
            description =
                    "Whoever needs treatment is offered it: a task for the care team, and a linkage that shows how it goes on.")
    public RestResponse<RecheckView> answer(RecheckId recheck, @NotNull @Valid RecheckForm form) {
        var plan = rechecks.of(recheck).of();
        access.to(plan.patient());
        plans.keep(plan.id());
        var found = rechecks.locked(recheck);
        var now = clock.instant();
        var by = found.of().patient().equals(caller.identity().patient()) ? Recheck.By.PATIENT : Recheck.By.STAFF;
        answering.answer(found, form.answers(), by, LocalDate.ofInstant(now, clinics.zone()), now);
        rechecks.flush();
        return Answers.versioned(shown.view(found), found.version());
    }
}
