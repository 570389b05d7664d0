package org.stepwell.enrollment.diagnosis;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** What a patient is diagnosed with. */
@Path("patients/{patient}/diagnoses")
@Produces(MediaType.APPLICATION_JSON)
class PatientDiagnosisResource {

    private final Diagnoses diagnoses;
    private final Findings findings;
    private final Access access;
    private final Clock clock;

    PatientDiagnosisResource(Diagnoses diagnoses, Findings findings, Access access, Clock clock) {
        this.diagnoses = diagnoses;
        this.findings = findings;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "DiagnosisForm")
    record Form(
            @Schema(examples = "F10.20", description = "ICD-10-CM, chapter F") @NotBlank @Size(max = 8)
            String code,

            @Schema(
                    examples = "MODERATE",
                    description = "of a substance use disorder, before its remission if it is in one")
            @Nullable
            Severity severity) {}

    @POST
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(
            summary = "Diagnose a patient",
            description = "A diagnosis that qualifies settles the stop NO_QUALIFYING_DIAGNOSIS.")
    @APIResponseSchema(value = DiagnosisView.class, responseCode = "201")
    public RestResponse<DiagnosisView> diagnose(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var now = clock.instant();
        var by = ClinicContext.current().orElseThrow().actor();
        var code = new Code(form.code());
        var diagnosis = new Diagnosis(new DiagnosisId(Uuid7.next()), patient, code, form.severity(), by, now);
        diagnoses.persistAndFlush(diagnosis);
        diagnoses.tellOf(patient, now);
        if (code.qualifies()) {
            findings.settle(patient, Stop.NO_QUALIFYING_DIAGNOSIS, Disposition.DIAGNOSIS_MADE, by, now);
        }
        return Answers.created(DiagnosisView.of(diagnosis), "patients/%s/diagnoses".formatted(patient), 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's diagnoses, standing and ended, oldest first")
    public RestResponse<Page<DiagnosisView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(diagnoses.page(patient, page), page, DiagnosisView::of, Diagnosis::id, uri);
    }
}
