package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.naloxone.Naloxone;
import org.stepwell.therapy.roster.Patients;

/** What a patient takes from elsewhere, methadone of an opioid treatment program among it. */
@Path("patients/{patient}/external-medications")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class ExternalMedicationResource {

    private final ExternalMedications externals;
    private final BesideNaltrexone beside;
    private final Naloxone naloxone;
    private final Patients patients;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    ExternalMedicationResource(
            ExternalMedications externals,
            BesideNaltrexone beside,
            Naloxone naloxone,
            Patients patients,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.externals = externals;
        this.beside = beside;
        this.naloxone = naloxone;
        this.patients = patients;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Record a medication that the patient takes from elsewhere",
            description = "It is no order: no dose is given here. Checks of orders and drug screens go by it.")
    @APIResponseSchema(value = ExternalView.class, responseCode = "201")
    public RestResponse<ExternalView> record(PatientId patient, @NotNull @Valid ExternalForm form) {
        alone(patient);
        form.mustHold(today());
        var id = new ExternalMedicationId(Uuid7.next());
        var external = new ExternalMedication(
                id, patient, form, externals.seal(id, form.words()), access.staff(), clock.instant());
        externals.persistAndFlush(external);
        follow(external);
        return Answers.created(
                externals.show(external), "patients/%s/medication".formatted(patient), external.version());
    }

    @PUT
    @Path("{externalMedication}")
    @Transactional
    @Operation(
            summary = "Write down anew what the patient takes from elsewhere, or until when",
            description = "With If-Match.")
    public RestResponse<ExternalView> change(
            PatientId patient,
            ExternalMedicationId externalMedication,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ExternalForm form) {
        var external = own(patient, externalMedication, version);
        form.mustHold(today());
        external.is(form, externals.seal(externalMedication, form.words()), access.staff(), clock.instant());
        return changed(external);
    }

    @POST
    @Path("{externalMedication}/error")
    @Transactional
    @Operation(
            summary = "Say that it was entered in error: it is kept, and counts nowhere",
            description = "With If-Match.")
    public RestResponse<ExternalView> strike(
            PatientId patient,
            ExternalMedicationId externalMedication,
            @HeaderParam("If-Match") @Nullable IfMatch version) {
        var external = own(patient, externalMedication, version);
        external.strike(clock.instant());
        return changed(external);
    }

    /** An order that is checked at the same time sees it, or is seen. */
    private void alone(PatientId patient) {
        access.to(patient);
        patients.alone(patient);
    }

    private ExternalMedication own(PatientId patient, ExternalMedicationId id, @Nullable IfMatch version) {
        alone(patient);
        var external = externals.of(patient, id);
        IfMatch.require(version, external.version());
        return external;
    }

    private RestResponse<ExternalView> changed(ExternalMedication external) {
        externals.flush();
        follow(external);
        return Answers.versioned(externals.show(external), external.version());
    }

    private void follow(ExternalMedication external) {
        var now = clock.instant();
        naloxone.changed(external.patient(), now);
        beside.look(external.patient(), now);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }
}
