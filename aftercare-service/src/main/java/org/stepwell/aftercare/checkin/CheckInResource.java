package org.stepwell.aftercare.checkin;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.Seal;

/** The HTTP door to the weekly check-in. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CLINICAL_READS)
class CheckInResource {

    private final CheckIns checkIns;
    private final WeeklyCheckIns weekly;
    private final CheckInTasks tasks;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final Outbox outbox;
    private final Seal seal;
    private final ClinicDirectory clinics;
    private final Clock clock;

    CheckInResource(
            CheckIns checkIns,
            WeeklyCheckIns weekly,
            CheckInTasks tasks,
            FindPlan plans,
            Access access,
            Caller caller,
            Outbox outbox,
            Seal seal,
            ClinicDirectory clinics,
            Clock clock) {
        this.checkIns = checkIns;
        this.weekly = weekly;
        this.tasks = tasks;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.outbox = outbox;
        this.seal = seal;
        this.clinics = clinics;
        this.clock = clock;
    }

    @POST
    @Path("plans/{plan}/check-ins")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Record the check-in of this week, or of a week that was missed")
    @APIResponseSchema(value = CheckInView.class, responseCode = "201")
    public RestResponse<CheckInView> record(AftercarePlanId plan, @NotNull @Valid CheckInForm form) {
        access.to(plans.patientOf(plan));
        var active = plans.active(plan);
        weekly.stopTimer(plan);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var checkIn = checkIns.meant(plan, form.dueOn(), today);
        boolean isNext = checkIn.status() == CheckIn.Status.SCHEDULED;
        var by = active.patient().equals(caller.identity().patient())
                ? CheckIn.Recorder.PATIENT
                : CheckIn.Recorder.STAFF;
        var filled = new CheckIn.Filled(form.answers(), sealed(checkIn.id(), form.note()), by);
        boolean missedBefore = checkIns.missed(plan, checkIn.week().previous());
        var recorded = checkIn.record(filled, missedBefore, today, now);
        outbox.append(recorded);
        tasks.recorded(plan, recorded);
        if (isNext) {
            weekly.scheduleAfter(active, checkIn.week());
        } else {
            weekly.startTimer(plan);
        }
        checkIns.flush();
        return Answers.created(shown(checkIn), "check-ins/" + checkIn.id(), checkIn.version());
    }

    @GET
    @Path("plans/{plan}/check-ins")
    @Transactional
    @Operation(summary = "The check-ins of a plan, week by week")
    public RestResponse<Page<CheckInView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(checkIns.ofPlan(plan, page.after(), page.fetch()), page, this::shown, CheckIn::id, uri);
    }

    @GET
    @Path("check-ins/{checkIn}")
    @Transactional
    @Operation(summary = "A check-in")
    public RestResponse<CheckInView> one(CheckInId checkIn) {
        var found = checkIns.of(checkIn);
        access.to(plans.patientOf(found.plan()));
        return Answers.versioned(shown(found), found.version());
    }

    private CheckInView shown(CheckIn checkIn) {
        var sealed = checkIn.note();
        return CheckInView.of(
                checkIn, sealed == null ? null : seal.open(ClinicContext.clinic(), purpose(checkIn.id()), sealed));
    }

    private @Nullable String sealed(CheckInId checkIn, @Nullable String note) {
        return note == null || note.isBlank() ? null : seal.seal(ClinicContext.clinic(), purpose(checkIn), note);
    }

    private static String purpose(CheckInId checkIn) {
        return "check-in-note/" + checkIn;
    }
}
