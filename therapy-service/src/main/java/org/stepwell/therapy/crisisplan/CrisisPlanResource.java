package org.stepwell.therapy.crisisplan;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** A patient's crisis plan, in its versions. */
@Path("patients/{patient}/crisis-plan")
class CrisisPlanResource {

    private final CrisisPlans plans;
    private final HelpNow help;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    CrisisPlanResource(CrisisPlans plans, HelpNow help, ClinicDirectory clinics, Access access, Clock clock) {
        this.plans = plans;
        this.help = help;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read a patient's crisis plan, and whom to call now")
    public RestResponse<CrisisPlanView> read(PatientId patient) {
        access.to(patient);
        var newest = plans.newest(patient);
        var view = new CrisisPlanView(
                patient, help.words(), newest.map(plans::show).orElse(null));
        return Answers.versioned(view, newest.map(CrisisPlan::version).orElse(0));
    }

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Write a patient's crisis plan with them, whole",
            description = "From the second version on with If-Match; the versions before are kept.")
    public RestResponse<CrisisPlanView> write(
            PatientId patient,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid CrisisPlanContent content) {
        access.to(patient);
        content.mustSaySomething();
        var before = plans.newest(patient);
        before.ifPresent(plan -> IfMatch.require(version, plan.version()));
        var id = Uuid7.next();
        int next = before.map(CrisisPlan::version).orElse(0) + 1;
        var plan = new CrisisPlan(id, patient, next, plans.seal(id, content), access.staff(), clock.instant());
        plans.persistAndFlush(plan);
        return Answers.versioned(new CrisisPlanView(patient, help.words(), plan.view(content)), plan.version());
    }

    @GET
    @Path("versions")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read all versions of a patient's crisis plan, newest last")
    public RestResponse<Page<CrisisPlanView.VersionView>> versions(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(plans.of(patient, page.after(), page.fetch()), page, plans::show, CrisisPlan::id, uri);
    }

    @GET
    @Path("text")
    @Produces("text/plain;charset=UTF-8")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @NotDisclosed("for the patient to carry along; it names neither them nor the clinic")
    @Operation(summary = "Print a patient's crisis plan as they carry it along")
    public String print(PatientId patient) {
        access.to(patient);
        var newest = plans.newest(patient);
        return PrintedCrisisPlan.of(
                newest.map(plans::open).orElse(null),
                newest.map(plan -> LocalDate.ofInstant(plan.writtenAt(), clinics.zone()))
                        .orElse(null),
                help.words());
    }
}
