package org.stepwell.therapy.handoff;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Which discharge summaries are owed, and which of them are late; without a word of them. */
@Path("discharge-summaries")
@Guard(Policy.CASELOAD_LISTED)
class SummaryListResource {

    private final SummaryLines lines;
    private final Access access;

    SummaryListResource(SummaryLines lines, Access access) {
        this.lines = lines;
        this.access = access;
    }

    /** Which summaries; one that is overdue is owed, too. */
    @Schema(name = "DischargeSummaryFilter")
    enum Filter {
        OWED,
        OVERDUE
    }

    @GET
    @Transactional
    @Operation(summary = "List the discharge summaries that are not signed yet, in the order their episodes began")
    public RestResponse<Page<SummaryLine>> list(
            @QueryParam("status") @Parameter(description = "all that are owed where it is left out") @Nullable
                    Filter status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = lines.owed(status == Filter.OVERDUE, access.reach(), page);
        return Page.of(found, page, line -> line, SummaryLine::episode, uri);
    }
}
