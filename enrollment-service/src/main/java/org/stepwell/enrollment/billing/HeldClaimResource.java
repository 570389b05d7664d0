package org.stepwell.enrollment.billing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.billing.ClaimLine.Status;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** What waits to be billed, of all patients and whoever pays. */
@Path("claim-lines/held")
class HeldClaimResource {

    private final BilledPatients billed;
    private final PatientClaims claims;
    private final Patients patients;
    private final ClinicDirectory clinics;
    private final Clock clock;

    HeldClaimResource(
            BilledPatients billed, PatientClaims claims, Patients patients, ClinicDirectory clinics, Clock clock) {
        this.billed = billed;
        this.claims = claims;
        this.patients = patients;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "HeldClaimLines")
    record View(
            PatientId patient,
            @Schema(examples = "Maya Lindqvist") String name,
            List<HeldDay> days,

            @Schema(
                    examples = "The note of a session of this day is not signed for the patient.",
                    description = "each reason that holds one of the days, in words")
            List<String> held) {

        static View of(PatientId patient, String name, List<ClaimLine> lines) {
            return new View(patient, name, lines.stream().map(HeldDay::of).toList(), PatientClaims.sentences(lines));
        }
    }

    @Schema(name = "HeldDay")
    record HeldDay(
            @Schema(examples = "2026-03-02") LocalDate day,

            @Schema(examples = "180") int minutes,

            @Schema(description = "who is billed; missing where nobody covers the day") @Nullable
            PayerId payer,

            List<Hold> holds) {

        static HeldDay of(ClaimLine line) {
            var billed = line.billed();
            return new HeldDay(line.day(), line.minutes(), billed == null ? null : billed.payer(), line.holds());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Whose days wait to be billed, and for what",
            description =
                    "Of whoever attended in these days, also where nobody covers one. A page is of so many patients, of whom"
                            + " those are shown of whom a day is held: it may be empty and still go on.")
    public RestResponse<Page<View>> list(
            @NotNull @Valid @BeanParam BilledDays wanted, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var days = Days.past(wanted.from(), wanted.to(), today, "");
        return Page.ofSome(billed.page(days, page), page, some -> held(some, days), Function.identity(), uri);
    }

    private List<View> held(List<PatientId> some, Days days) {
        var all = claims.of(some, days.from(), days.to());
        var names = patients.namesOf(some);
        return some.stream()
                .map(patient -> View.of(
                        patient,
                        Objects.requireNonNull(names.get(patient)),
                        Objects.requireNonNull(all.get(patient)).lines().stream()
                                .filter(line -> line.status() == Status.HELD)
                                .toList()))
                .filter(view -> !view.days().isEmpty())
                .toList();
    }
}
