package org.stepwell.aftercare.recheck;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.Answers;

/** The HTTP door out of rechecks, which go on by themselves where nobody could be reached. */
@Path("plans/{plan}/rechecks/ending")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_AND_TEAM_WRITE)
class RecheckEndingResource {

    private static final int REASON_MAX = 500;

    private final Rechecks rechecks;
    private final QuarterlyRechecks quarterly;
    private final WeeklyCheckIns checkIns;
    private final RecheckShown shown;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    RecheckEndingResource(
            Rechecks rechecks,
            QuarterlyRechecks quarterly,
            WeeklyCheckIns checkIns,
            RecheckShown shown,
            FindPlan plans,
            Access access,
            Caller caller,
            Clock clock) {
        this.rechecks = rechecks;
        this.quarterly = quarterly;
        this.checkIns = checkIns;
        this.shown = shown;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why people end rechecks. */
    @Schema(name = "RecheckEndingBecause")
    enum Because {
        WANTS_NONE(Ended.WANTS_NONE),
        DIED(Ended.DIED),
        ANOTHER_REASON(Ended.ANOTHER_REASON);

        private final Ended ended;

        Because(Ended ended) {
            this.ended = ended;
        }
    }

    @Schema(name = "RecheckEndingForm")
    record Form(
            @NotNull
            @Schema(description = "patients say WANTS_NONE; ANOTHER_REASON is a supervisor's", examples = "WANTS_NONE")
            Because because,

            @Size(max = REASON_MAX)
            @Schema(description = "in a sentence, by staff", examples = "Asked on the phone not to be called any more.")
            @Nullable
            String reason) {}

    @POST
    @Transactional
    @Operation(
            summary = "End the quarterly rechecks of a plan",
            description = "They begin again when the plan is opened again, and after another discharge.")
    public RestResponse<RecheckView> end(AftercarePlanId plan, @NotNull @Valid Form form) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        boolean byPatient = patient.equals(caller.identity().patient());
        mustBeTheirs(form, byPatient);
        plans.keep(plan);
        if (form.because() == Because.DIED && plans.ifActive(plan).isPresent()) {
            throw RecheckRule.DEATH_CLOSES_THE_PLAN.because("The plan is active. Close it because of DECEASED.");
        }
        var ahead = rechecks.ahead(plan)
                .orElseThrow(() -> RecheckRule.NO_RECHECK_AHEAD.because(
                        "None is to come, so that nobody is asked. There is nothing to end."));
        var now = clock.instant();
        ahead.end(
                form.because().ended, byPatient ? null : access.staff(), shown.sealed(ahead.id(), form.reason()), now);
        quarterly.isOver(ahead, now);
        if (form.because() == Because.DIED) {
            quarterly.died(patient, now);
            checkIns.died(patient);
        }
        return Answers.versioned(shown.view(ahead), ahead.version());
    }

    private void mustBeTheirs(Form form, boolean byPatient) {
        if (byPatient) {
            if (form.because() != Because.WANTS_NONE) {
                throw RecheckRule.SUPERVISOR_ENDS_RECHECKS.because("Say WANTS_NONE, or call the clinic.");
            }
            return;
        }
        if (form.because() == Because.ANOTHER_REASON && !caller.roles().contains(Role.SUPERVISOR)) {
            throw RecheckRule.SUPERVISOR_ENDS_RECHECKS.because("Ask a supervisor of the clinic.");
        }
        if (form.reason() == null || form.reason().isBlank()) {
            throw RecheckRule.WHY_RECHECKS_END.at("/reason", "a sentence: how it is known, or why");
        }
    }
}
