package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** The link of a group, apart from all else about it, so that it stands in no list. */
@Path("groups/{group}/meeting-link")
class GroupLinkResource {

    private final Groups groups;
    private final GroupVenues venues;

    GroupLinkResource(Groups groups, GroupVenues venues) {
        this.groups = groups;
        this.venues = venues;
    }

    /** By which link a group meets. */
    @Schema(name = "GroupLink")
    record View(
            GroupId group,

            @Schema(examples = "https://meet.example.org/evening-group-a") @Nullable
            String meetingLink) {}

    @GET
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "The link by which a group meets, for whoever sets it up; none where it meets in a room")
    public View read(GroupId group) {
        return new View(group, venues.linkOf(groups.of(group)));
    }
}
