package org.stepwell.aftercare.weeklytherapy;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.seal.SealedJson;

/** The HTTP door to the weekly therapy of a plan. */
@Path("plans/{plan}/weekly-therapy")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_AND_TEAM_WRITE)
class TherapyResource {

    private static final int SHOWN_WEEKS = 13;
    private static final int TOLD_DAYS = 90;

    private final WeeklyTherapies therapies;
    private final TherapyDays days;
    private final TherapyWeeks weeks;
    private final FindPlan plans;
    private final Access access;
    private final SealedJson sealed;
    private final ClinicDirectory clinics;
    private final Clock clock;

    TherapyResource(
            WeeklyTherapies therapies,
            TherapyDays days,
            TherapyWeeks weeks,
            FindPlan plans,
            Access access,
            SealedJson sealed,
            ClinicDirectory clinics,
            Clock clock) {
        this.therapies = therapies;
        this.days = days;
        this.weeks = weeks;
        this.plans = plans;
        this.access = access;
        this.sealed = sealed;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "WeeklyTherapyForm")
    record Form(
            @NotNull @Schema(examples = "ELSEWHERE") WeeklyTherapy.Place place,

            @Size(max = 200)
            @Schema(description = "who gives it, with ELSEWHERE alone", examples = "Dr. Park, Harbor Counseling")
            @Nullable
            String therapist,

            @Schema(description = "the first day; left out with NONE") @Nullable
            LocalDate startsOn) {}

    @Schema(name = "WeeklyTherapistForm")
    record TherapistForm(@NotNull StaffId clinician) {}

    @Schema(name = "TherapyDayForm")
    record DayForm(
            @NotNull LocalDate day,

            @NotNull @Schema(description = "false where it was missed or called off")
            Boolean kept) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read which weekly therapy a plan goes on with, and which days were kept")
    public RestResponse<TherapyView> read(AftercarePlanId plan) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        return shown(plan, patient, therapies.findByIdOptional(plan));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Say where the patient goes to therapy each week, or that they go to none",
            description = "The first word needs no If-Match; later ones name the version that was read.")
    public RestResponse<TherapyView> say(
            AftercarePlanId plan, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(plans.patientOf(plan));
        var open = plans.open(plan);
        var now = clock.instant();
        var therapist = form.therapist() == null || form.therapist().isBlank()
                ? null
                : sealed.seal(
                        WeeklyTherapy.THERAPIST, plan.value(), form.therapist().strip());
        var said = new WeeklyTherapy.Said(form.place(), therapist, form.startsOn(), byStaff(), now);
        var before = therapies.lockedOf(plan);
        before.ifPresent(known -> {
            IfMatch.require(version, known.version());
            known.is(said);
        });
        var therapy = before.orElseGet(() -> new WeeklyTherapy(plan, open.patient(), said));
        therapies.persistAndFlush(therapy);
        weeks.said(plan, now);
        return shown(plan, open.patient(), Optional.of(therapy));
    }

    @PUT
    @Path("clinician")
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Say who gives the weekly therapy here",
            description = "Whoever reads the record besides is named in enrollment's care team.")
    public RestResponse<TherapyView> givenBy(
            AftercarePlanId plan,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid TherapistForm form) {
        access.to(plans.patientOf(plan));
        var open = plans.open(plan);
        var therapy = therapies.lockedOf(plan).orElseThrow(NotFoundException::new);
        IfMatch.require(version, therapy.version());
        therapy.isGivenBy(form.clinician());
        therapies.flush();
        weeks.said(plan, clock.instant());
        return shown(plan, open.patient(), Optional.of(therapy));
    }

    @PUT
    @Path("days")
    @Transactional
    @Operation(summary = "Tell whether a day of therapy was kept; the last word on a day holds")
    public RestResponse<TherapyView> tell(AftercarePlanId plan, @NotNull @Valid DayForm form) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        plans.open(plan);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        if (form.day().isAfter(today) || form.day().isBefore(today.minusDays(TOLD_DAYS))) {
            throw TherapyRule.THERAPY_OF_A_DAY_THAT_CAME.at(
                    "/day", "from %s to %s".formatted(today.minusDays(TOLD_DAYS), today));
        }
        var source = access.byPatient() ? TherapyDays.Source.PATIENT : TherapyDays.Source.STAFF;
        days.told(patient, new TherapyDays.Day(form.day(), form.kept(), source, now, byStaff()));
        weeks.changed(plan, now);
        return shown(plan, patient, therapies.findByIdOptional(plan));
    }

    private @Nullable StaffId byStaff() {
        return access.byPatient() ? null : access.staff();
    }

    private RestResponse<TherapyView> shown(AftercarePlanId plan, PatientId patient, Optional<WeeklyTherapy> said) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var without = plans.activeNow(plan).flatMap(weeks::daysWithout);
        var view = new TherapyView(
                plan,
                said.map(WeeklyTherapy::place).orElse(null),
                said.map(WeeklyTherapy::clinician).orElse(null),
                said.map(WeeklyTherapy::therapist)
                        .map(name -> sealed.open(WeeklyTherapy.THERAPIST, plan.value(), name, String.class))
                        .orElse(null),
                said.map(WeeklyTherapy::startsOn).orElse(null),
                without.orElse(null),
                without.filter(count -> count > WeeklyTherapy.GAP_DAYS).isPresent(),
                days.of(patient, today.minusWeeks(SHOWN_WEEKS), today),
                said.map(WeeklyTherapy::saidAt).orElse(null),
                said.map(WeeklyTherapy::writtenBy).orElse(null));
        return Answers.versioned(view, said.map(WeeklyTherapy::version).orElse(0));
    }
}
