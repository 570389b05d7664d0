package org.stepwell.enrollment.diagnosis;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;

/** A diagnosis ends; it stays on record. */
@Path("diagnoses/{diagnosis}")
class DiagnosisResource {

    private final Diagnoses diagnoses;
    private final Findings findings;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    DiagnosisResource(Diagnoses diagnoses, Findings findings, ClinicDirectory clinics, Access access, Clock clock) {
        this.diagnoses = diagnoses;
        this.findings = findings;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "DiagnosisEndingForm")
    record Form(
            @Schema(examples = "ENTERED_WRONGLY", description = "what was entered wrongly is on no claim any more")
            @NotNull
            Diagnosis.Ending because) {}

    @POST
    @Path("ending")
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(
            summary = "End a diagnosis",
            description =
                    "The last one that qualifies raises the stop NO_QUALIFYING_DIAGNOSIS. Claims that were sent with one that"
                            + " was entered wrongly are held until they are corrected with the payer.")
    public RestResponse<DiagnosisView> end(DiagnosisId diagnosis, @NotNull @Valid Form form) {
        var found = diagnoses.lockedOf(diagnosis);
        access.to(found.patient());
        var by = ClinicContext.current().orElseThrow().actor();
        var now = clock.instant();
        found.end(form.because(), by, now);
        diagnoses.flush();
        diagnoses.tellOf(found.patient(), now);
        var stops = diagnoses.of(found.patient(), LocalDate.ofInstant(now, clinics.zone()));
        findings.raise(found.patient(), stops, new Findings.Source(null, null, by), now);
        return Answers.versioned(DiagnosisView.of(found), found.version());
    }
}
