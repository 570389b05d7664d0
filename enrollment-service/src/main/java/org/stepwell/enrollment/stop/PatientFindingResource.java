package org.stepwell.enrollment.stop;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** What was found of a patient. */
@Path("patients/{patient}/findings")
class PatientFindingResource {

    private final Findings findings;
    private final FindingWords words;
    private final Access access;

    PatientFindingResource(Findings findings, FindingWords words, Access access) {
        this.findings = findings;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "What stops or stopped a patient's admission, oldest first")
    public RestResponse<Page<FindingView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(findings.page(patient, page), page, words::show, Finding::id, uri);
    }
}
