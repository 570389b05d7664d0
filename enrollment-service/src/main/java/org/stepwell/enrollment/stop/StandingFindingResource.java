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
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** What waits for somebody: before an admission there is no care team yet that would know of it. */
@Path("findings")
class StandingFindingResource {

    private final Findings findings;
    private final FindingWords words;
    private final Access access;

    StandingFindingResource(Findings findings, FindingWords words, Access access) {
        this.findings = findings;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.INTAKE_ASSESSES)
    @Operation(summary = "What stops admissions now, of all patients whom one may see, oldest first")
    public RestResponse<Page<FindingView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(findings.standing(access.reach(), page), page, words::show, Finding::id, uri);
    }
}
