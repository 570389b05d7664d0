package org.stepwell.aftercare.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The HTTP door to mutual-help meetings. */
@Path("meetings")
@Guard(Policy.CLINIC_MEMBERS_READ)
class MeetingResource {

    private final Meetings meetings;

    MeetingResource(Meetings meetings) {
        this.meetings = meetings;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Active meetings: those near a point by their distance, else in the order of their time",
            description =
                    "Times are by the meeting's own clock. In the order of time, those by appointment come last. A point finds"
                            + " meetings whose feed says where they are; it is not kept.")
    public RestResponse<Page<MeetingView>> search(
            @Valid @BeanParam MeetingQuery query, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var found = meetings.search(query.search(page));
        return Page.of(
                found,
                page,
                one -> MeetingView.of(one.meeting(), one.kilometers()),
                one -> one.meeting().id(),
                uri);
    }

    @GET
    @Path("{meeting}")
    @Transactional
    @Operation(summary = "A meeting")
    public MeetingView one(MeetingId meeting) {
        return meetings.find(meeting).map(MeetingView::of).orElseThrow(NotFoundException::new);
    }
}
