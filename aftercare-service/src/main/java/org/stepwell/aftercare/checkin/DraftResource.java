package org.stepwell.aftercare.checkin;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.checkin.CheckInDrafts.Draft;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to check-ins that are typed: each pause of the fingers saves them, and they are sent when they are done. */
@Path("check-ins/{checkIn}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_DECIDES)
class DraftResource {

    private static final String GONE =
            "This check-in is not asked for any more. Read the check-ins of your plan, and go on in the one that comes next.";

    private final CheckIns checkIns;
    private final CheckInDrafts drafts;
    private final RecordCheckIn recording;
    private final CheckInShown shown;
    private final CheckInJson json;
    private final Danger danger;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final ClinicDirectory clinics;
    private final Clock clock;

    DraftResource(
            CheckIns checkIns,
            CheckInDrafts drafts,
            RecordCheckIn recording,
            CheckInShown shown,
            CheckInJson json,
            Danger danger,
            FindPlan plans,
            Access access,
            Caller caller,
            ClinicDirectory clinics,
            Clock clock) {
        this.checkIns = checkIns;
        this.drafts = drafts;
        this.recording = recording;
        this.shown = shown;
        this.json = json;
        this.danger = danger;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** A part of a check-in. */
    @Schema(name = "CheckInDraftForm")
    record Form(
            @Schema(description = "what was typed; what it does not name stays as it was") @NotNull
            CheckInForm says,

            @Schema(description = "fields that are empty again", examples = "[\"usedDays\"]") @Nullable
            Set<@NotNull String> emptied) {}

    /** What was typed until now. */
    @Schema(name = "CheckInDraftView")
    record View(
            CheckInId checkIn,
            CheckInForm says,
            CheckIn.@Nullable Recorder savedBy,
            @Nullable Instant savedAt,

            @Schema(
                    description = "whom to call at any hour, where a thought of suicide was named",
                    examples = "Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
            @Nullable
            String helpNow) {}

    @GET
    @Transactional
    @Operation(summary = "What was typed of a check-in until now")
    public RestResponse<View> read(CheckInId checkIn) {
        access.to(plans.patientOf(checkIns.of(checkIn).plan()));
        var draft = drafts.of(checkIn);
        return Answers.versioned(view(checkIn, draft, false), draft.version());
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Save what was typed of a check-in",
            description =
                    "In the days in which it may be recorded. Only what is named is replaced, and nothing has to be. If-Match"
                            + " names the draft last read, \"0\" before anything was typed. A yes to thoughts of suicide"
                            + " is heard at once, sent or not, and never refused; where the check-in is gone, it is answered"
                            + " with 202.")
    @APIResponseSchema(value = View.class, responseCode = "200")
    @APIResponse(
            responseCode = "202",
            description = "A patient named a thought of suicide, and the check-in they typed it in is gone",
            content = @Content(schema = @Schema(implementation = CheckInResource.Heard.class)))
    public RestResponse<Object> save(
            CheckInId checkIn, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = checkIns.findByIdOptional(checkIn).orElse(null);
        var now = clock.instant();
        if (found == null) {
            return heardWithout(form, now);
        }
        access.to(plans.patientOf(found.plan()));
        try {
            var draft = saved(checkIn, version, form, now);
            return Answers.versioned(view(checkIn, draft, false), draft.version());
        } catch (Refusal | NotFoundException no) { // it may go at this moment
            if (!form.says().namesSuicide()) {
                throw no;
            }
            recording.outOfTurn(found.plan(), form.says(), by(), now);
            var draft = drafts.of(checkIn);
            return Answers.versioned(view(checkIn, draft, true), draft.version());
        }
    }

    /**
     * Another one took its place while the patient typed: their yes is heard all the same. Whose it was is not known any more, so
     * that only patients are heard, about themselves.
     */
    private RestResponse<Object> heardWithout(Form form, Instant now) {
        var patient = caller.identity().patient();
        if (patient == null || !access.byPatient() || !form.says().namesSuicide()) {
            throw new NotFoundException();
        }
        access.to(patient);
        var plan = plans.latestOf(patient).orElseThrow(NotFoundException::new);
        recording.outOfTurn(plan, form.says(), by(), now);
        return RestResponse.ResponseBuilder.<Object>create(
                        RestResponse.Status.ACCEPTED, new CheckInResource.Heard(danger.helpNow(), GONE))
                .build();
    }

    private Draft saved(CheckInId id, @Nullable IfMatch version, Form form, Instant now) {
        CheckInJson.mustBeFields(emptied(form));
        var said = json.held(form.says(), "/says");
        var plan = plans.active(checkIns.of(id).plan());
        var checkIn = checkIns.locked(id).orElseThrow(NotFoundException::new);
        checkIn.mustBeOpen(LocalDate.ofInstant(now, clinics.zone()));
        var before = drafts.of(id);
        IfMatch.require(version, before.version());
        var draft = before.with(json.together(before.says(), said, emptied(form)), by(), now);
        drafts.save(checkIn, draft, by(), now);
        if (said.namesSuicide() && !recording.isHeard(plan, before.says())) {
            recording.name(plan, id, form.says(), Danger.Place.DRAFT, by(), now);
        }
        return draft;
    }

    @POST
    @Path("sending")
    @Transactional
    @Operation(
            summary = "Send what was typed: it is recorded as the check-in of its week",
            description =
                    "If-Match names the draft last read, so that nothing is sent that somebody else typed meanwhile.")
    @APIResponseSchema(value = CheckInView.class, responseCode = "200")
    public RestResponse<CheckInView> send(CheckInId checkIn, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var found = checkIns.of(checkIn);
        access.to(plans.patientOf(found.plan()));
        plans.active(found.plan());
        var locked = checkIns.locked(checkIn).orElseThrow(NotFoundException::new);
        locked.mustNotBeRecorded();
        var draft = drafts.of(checkIn);
        IfMatch.requireRead(version, draft.version());
        var recorded = recording.record(
                found.plan(), json.ofWeek(draft.says(), locked.week().dueOn()), by(), clock.instant());
        drafts.sent(checkIn);
        return Answers.versioned(shown.view(recorded), recorded.version());
    }

    private CheckIn.Recorder by() {
        return access.byPatient() ? CheckIn.Recorder.PATIENT : CheckIn.Recorder.STAFF;
    }

    private static Set<String> emptied(Form form) {
        return form.emptied() == null ? Set.of() : form.emptied();
    }

    private View view(CheckInId checkIn, Draft draft, boolean named) {
        boolean help = named || draft.says().namesSuicide();
        return new View(checkIn, draft.says(), draft.savedBy(), draft.savedAt(), help ? danger.helpNow() : null);
    }
}
