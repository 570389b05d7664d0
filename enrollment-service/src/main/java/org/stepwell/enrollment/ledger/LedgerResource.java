package org.stepwell.enrollment.ledger;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** A patient's accounting of disclosures, 42 CFR 2.25. */
@Path("patients")
class LedgerResource {

    private final Ledger ledger;
    private final Patients patients;
    private final Access access;

    LedgerResource(Ledger ledger, Patients patients, Access access) {
        this.ledger = ledger;
        this.patients = patients;
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
        patients.mustKnow(patient);
        return Page.of(ledger.page(patient, page), page, Function.identity(), Ledger.Entry::id, uri);
    }
}
