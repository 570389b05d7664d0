package org.stepwell.scheduling.feed;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.feed.CalendarLink.Of;

/** The link by which the phone of somebody on the staff knows which sessions they lead. */
@Path("own-calendar-link")
@Guard(Policy.CASELOAD_READS)
class StaffCalendarResource {

    private final CalendarLink links;
    private final Access access;

    StaffCalendarResource(CalendarLink links, Access access) {
        this.links = links;
        this.access = access;
    }

    @GET
    @Transactional
    @Operation(summary = "Whether the caller has a calendar link, and since when")
    public CalendarLink.Standing read() {
        return links.standing(Of.STAFF, access.staff());
    }

    @POST
    @Transactional
    @ResponseStatus(200)
    @Operation(
            summary = "Make a link to the caller's calendar; an earlier one opens nothing any more",
            description =
                    "Whoever holds it sees when and in which room, and nobody's name. It ends with the account, or after a year.")
    public CalendarLink.View make() {
        return links.make(Of.STAFF, access.staff());
    }

    @DELETE
    @Transactional
    @Operation(summary = "Revoke the caller's link")
    public void revoke() {
        links.revoke(Of.STAFF, access.staff());
    }
}
