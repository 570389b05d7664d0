package org.stepwell.scheduling.feed;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.feed.CalendarLink.Of;

/** The link by which a patient's phone knows when they have to be there. */
@Path("patients/{patient}/calendar-link")
@Guard(Policy.PATIENT_DECIDES)
class PatientCalendarResource {

    private final CalendarLink links;
    private final Access access;

    PatientCalendarResource(CalendarLink links, Access access) {
        this.links = links;
        this.access = access;
    }

    @GET
    @Transactional
    @Operation(summary = "Whether a patient has a calendar link, and since when")
    public CalendarLink.Standing read(PatientId patient) {
        access.to(patient);
        return links.standing(Of.PATIENT, patient);
    }

    @POST
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.PATIENT_ALONE)
    @Operation(
            summary = "Make a link to subscribe to; an earlier one opens nothing any more",
            description =
                    "Whoever holds it sees when the patient has appointments, and nothing else. It ends with the patient's account,"
                            + " or after a year. Delete it if it went astray.")
    public CalendarLink.View make(PatientId patient) {
        access.to(patient);
        return links.make(Of.PATIENT, patient);
    }

    @DELETE
    @Transactional
    @Operation(summary = "Revoke the link")
    public void revoke(PatientId patient) {
        access.to(patient);
        links.revoke(Of.PATIENT, patient);
    }
}
