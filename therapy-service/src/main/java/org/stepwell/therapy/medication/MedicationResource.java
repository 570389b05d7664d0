package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** A patient's medication on one page. */
@Path("patients/{patient}")
@Guard(Policy.CLINICAL_READS)
class MedicationResource {

    private static final int SHOWN_MAX = 100;
    private static final int LOOKS_MAX = 20;

    private final PatientsMedication medication;
    private final ExternalMedications externals;
    private final PdmpChecks pdmp;
    private final Adherence adherence;
    private final Access access;

    MedicationResource(
            PatientsMedication medication,
            ExternalMedications externals,
            PdmpChecks pdmp,
            Adherence adherence,
            Access access) {
        this.medication = medication;
        this.externals = externals;
        this.pdmp = pdmp;
        this.adherence = adherence;
        this.access = access;
    }

    /** All a patient takes, as far as it is known here, of all stays. */
    @Schema(name = "PatientMedication")
    record MedicationView(
            PatientId patient,

            @Schema(description = "the last hundred, newest last; drafts are shown to staff alone")
            List<OrderView> orders,

            @Schema(description = "the last hundred, newest last")
            List<ExternalView> external,

            @Schema(description = "looks into the monitoring program, the last twenty, newest last")
            List<PdmpView> pdmpChecks) {}

    @GET
    @Path("medication")
    @Transactional
    @Operation(
            summary = "Read what a patient takes: ordered here, taken from elsewhere",
            description = "Orders go on after a stay until somebody stops them, or their last day is over.")
    public MedicationView medication(PatientId patient) {
        access.to(patient);
        return new MedicationView(
                patient,
                medication.orders(patient, SHOWN_MAX, !access.byPatient()),
                externals.last(patient, SHOWN_MAX).stream().map(externals::show).toList(),
                pdmp.last(patient, LOOKS_MAX).stream().map(PdmpCheck::view).toList());
    }

    @GET
    @Path("adherence")
    @Transactional
    @Operation(
            summary = "Read on which share of days the patient had their medication, with what it goes by",
            description = "Proportion of days covered (PDC), for each disorder by itself.")
    public Adherence.AdherenceView adherence(
            PatientId patient,
            @QueryParam("from")
                    @Parameter(description = "the first day; ninety days in all where it is left out")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included; today where it is left out") @Nullable
                    LocalDate to) {
        access.to(patient);
        return adherence.of(patient, from, to);
    }
}
