package org.stepwell.platform.probe;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.edge.Rationed;

/** Open to anybody, and yet it is about a clinic. */
@Path("clinics/{clinic}/open-doors")
@Guard(Policy.ANYONE)
class OpenDoorResource {

    @POST
    @Transactional
    @Rationed
    @Operation(summary = "Which clinic is chosen, and who asks")
    public String at(ClinicId clinic) {
        var work = ClinicContext.current().orElseThrow();
        return work.clinic() + " " + work.actor();
    }
}
