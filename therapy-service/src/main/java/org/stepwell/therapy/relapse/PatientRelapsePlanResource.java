package org.stepwell.therapy.relapse;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;

/** The plan for the prevention of a relapse that a patient has now. */
@Path("patients/{patient}/relapse-plan")
class PatientRelapsePlanResource {

    private final RelapsePlans plans;
    private final Access access;

    PatientRelapsePlanResource(RelapsePlans plans, Access access) {
        this.plans = plans;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read the plan for the prevention of a relapse that a patient wrote last",
            description =
                    "In treatment and after it. Whoever is back finds the one of the episode before, until they write"
                            + " the first of this one. 404 where there is none.")
    public RestResponse<RelapsePlanView> read(PatientId patient) {
        access.to(patient);
        var plan = plans.newest(patient).orElseThrow(NotFoundException::new);
        return Answers.versioned(plans.show(plan), plan.version());
    }
}
