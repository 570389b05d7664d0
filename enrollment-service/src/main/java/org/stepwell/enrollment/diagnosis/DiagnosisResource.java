package org.stepwell.enrollment.diagnosis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;

/** A diagnosis ends; it stays on record. */
@Path("diagnoses/{diagnosis}")
class DiagnosisResource {

    private final Diagnoses diagnoses;
    private final Access access;
    private final Clock clock;

    DiagnosisResource(Diagnoses diagnoses, Access access, Clock clock) {
        this.diagnoses = diagnoses;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Path("ending")
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(summary = "End a diagnosis")
    public RestResponse<DiagnosisView> end(DiagnosisId diagnosis) {
        var found = diagnoses.lockedOf(diagnosis);
        access.to(found.patient());
        found.end(ClinicContext.current().orElseThrow().actor(), clock.instant());
        diagnoses.flush();
        return Answers.versioned(DiagnosisView.of(found), found.version());
    }
}
