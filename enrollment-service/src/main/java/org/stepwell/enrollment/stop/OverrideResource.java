package org.stepwell.enrollment.stop;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** What was overridden, for the review of quality. */
@Path("overrides")
class OverrideResource {

    private static final int DAYS_UNLESS_SAID = 90;

    private final Findings findings;
    private final FindingWords words;
    private final ClinicDirectory clinics;
    private final Clock clock;

    OverrideResource(Findings findings, FindingWords words, ClinicDirectory clinics, Clock clock) {
        this.findings = findings;
        this.words = words;
        this.clinics = clinics;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.QUALITY_REVIEWED)
    @Operation(
            summary = "Overrides of a period, in the order of their findings",
            description = "What was written is shown to supervisors alone.")
    public RestResponse<Page<FindingView>> list(
            @QueryParam("from")
                    @Parameter(description = "the first day; ninety days before the last unless said")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included; today unless said") @Nullable
                    LocalDate to,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var zone = clinics.zone();
        var last = to == null ? LocalDate.ofInstant(clock.instant(), zone) : to;
        var first = from == null ? last.minusDays(DAYS_UNLESS_SAID) : from;
        var found = findings.overridden(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                page.after(),
                page.fetch());
        return Page.of(found, page, words::show, Finding::id, uri);
    }
}
