package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.scheduling.calendar.ClinicTime;

@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupResource {

    private final Groups groups;
    private final OpenGroup openGroup;
    private final ChangeGroup changeGroup;
    private final EndGroup endGroup;
    private final GroupTags tags;
    private final ClinicTime time;

    GroupResource(
            Groups groups,
            OpenGroup openGroup,
            ChangeGroup changeGroup,
            EndGroup endGroup,
            GroupTags tags,
            ClinicTime time) {
        this.groups = groups;
        this.openGroup = openGroup;
        this.changeGroup = changeGroup;
        this.endGroup = endGroup;
        this.tags = tags;
        this.time = time;
    }

    /** When a group ends. */
    @Schema(name = "GroupEndForm")
    record EndForm(@NotNull @Schema(examples = "2026-05-29") LocalDate lastDay) {}

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Open a group; its sessions of the next three weeks are made at once")
    @APIResponseSchema(value = GroupView.class, responseCode = "201")
    public RestResponse<GroupView> open(@NotNull @Valid GroupForm form) {
        tags.require(form.mix());
        var group = openGroup.open(form);
        groups.flush();
        return Answers.created(group.view(time.today()), "groups/" + group.id(), group.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The groups of the clinic, with capacity and places taken")
    public RestResponse<Page<GroupView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var today = time.today();
        return Page.of(groups.page(page), page, group -> group.view(today), Group::id, uri);
    }

    @GET
    @Path("{group}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One group")
    public RestResponse<GroupView> read(@RestPath("group") GroupId id) {
        var group = groups.of(id);
        return Answers.versioned(group.view(time.today()), group.version());
    }

    @PUT
    @Path("{group}")
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Change a group from a day on: its name, places, room or link, leaders and hours",
            description =
                    "A session goes to another hour of its own day with everybody in it; where its day has none any more, it is"
                            + " cancelled. What was recorded, and what was moved for once, stays. Members are told by a message.")
    public RestResponse<GroupView> change(
            @RestPath("group") GroupId id,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid GroupChangeForm form) {
        var group = groups.lockedOf(id);
        IfMatch.require(version, group.version());
        tags.require(form.mix());
        changeGroup.change(group, form);
        groups.flush();
        return Answers.versioned(group.view(time.today()), group.version());
    }

    @POST
    @Path("{group}/end")
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "End a group after a last day; its later sessions are cancelled and its members leave")
    public GroupView end(@RestPath("group") GroupId id, @NotNull @Valid EndForm form) {
        var group = groups.of(id);
        endGroup.end(group, form.lastDay());
        return group.view(time.today());
    }
}
