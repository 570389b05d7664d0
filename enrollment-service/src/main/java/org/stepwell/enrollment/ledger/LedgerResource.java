package org.stepwell.enrollment.ledger;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.http.Spool;

/** A patient's accounting of disclosures, 42 CFR 2.25. */
@Path("patients")
class LedgerResource {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PRINTED_AT_ONCE = 500;

    private final Ledger ledger;
    private final LedgerNames names;
    private final ClinicDirectory clinics;
    private final Access access;

    LedgerResource(Ledger ledger, LedgerNames names, ClinicDirectory clinics, Access access) {
        this.ledger = ledger;
        this.names = names;
        this.clinics = clinics;
        this.access = access;
    }

    @GET
    @Path("{patient}/disclosures")
    @Transactional
    @Guard(Policy.RECORD_ACCESSES_SHOWN)
    @Operation(summary = "Whom all services told what about a patient, and what was refused, oldest first")
    public RestResponse<Page<Ledger.Entry>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var found = ledger.page(patient, page.after(), page.fetch());
        var named = names.of(found);
        return Page.of(found, page, named::of, Ledger.Entry::id, uri);
    }

    @GET
    @Path("{patient}/disclosures/printed")
    @Produces(HTML)
    @Transactional
    @StepUp(patientsToo = false)
    @Guard(Policy.RECORD_ACCESSES_SHOWN)
    @NotDisclosed("the patient's own, 42 CFR 2.25")
    @Operation(
            summary = "The same as a page to print",
            description = "It leaves the house, so staff are asked for a second factor; patients print their own.")
    @APIResponse(
            responseCode = "200",
            description = "the page",
            content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response print(PatientId patient) {
        access.to(patient);
        var printed = Spool.of(out -> new PrintedLedger(clinics.zone()).write(out, new Pages(patient)));
        return Response.ok((StreamingOutput) printed::stream, HTML).build();
    }

    /** One page of entries after the other, with the names that they are known by. */
    private final class Pages implements Supplier<List<Ledger.Entry>> {

        private final PatientId patient;
        private UUID last = BEFORE_ALL;

        Pages(PatientId patient) {
            this.patient = patient;
        }

        @Override
        public List<Ledger.Entry> get() {
            var page = ledger.page(patient, last, PRINTED_AT_ONCE);
            last = page.isEmpty() ? last : page.getLast().id();
            var named = names.of(page);
            return page.stream().map(named::of).toList();
        }
    }
}
