package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.session.Venue;

@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupResource {

    private final Groups groups;
    private final OpenGroup openGroup;
    private final ChangeGroup changeGroup;
    private final EndGroup endGroup;

    GroupResource(Groups groups, OpenGroup openGroup, ChangeGroup changeGroup, EndGroup endGroup) {
        this.groups = groups;
        this.openGroup = openGroup;
        this.changeGroup = changeGroup;
        this.endGroup = endGroup;
    }

    /** A group to open. */
    @Schema(name = "GroupForm")
    record Form(
            @NotBlank @Size(max = 80) @Schema(examples = "Evening group A")
            String name,

            @NotNull ProgramId program,

            @NotBlank @Size(max = 40) @Schema(examples = "evening")
            String track,

            @NotNull @Schema(examples = "GROUP_THERAPY") Modality modality,

            @Schema(examples = "12", description = "what the program's rules say where nobody says otherwise")
            @Nullable
            @Min(2)
            @Max(15)
            Integer capacity,

            @Schema(
                    examples = "4",
                    description =
                            "sessions with fewer are shown as such; what the program's rules say where nobody says otherwise")
            @Nullable
            @Min(1)
            @Max(15)
            Integer fewest,

            @Nullable @Schema(description = "left out where it meets by telehealth")
            RoomId room,

            @Nullable
            @Size(max = 500)
            @Pattern(regexp = GroupVenues.LINK, message = "a link that begins with https://")
            @Schema(
                    examples = "https://meet.example.org/evening-group-a",
                    description =
                            "by which it meets where it has no room; only those who are seated and who lead are told it")
            String meetingLink,

            @NotNull @Size(min = 1, max = 3) Set<@NotNull StaffId> facilitators,

            @NotEmpty @Size(max = 14) List<GroupView.@NotNull @Valid Hours> slots,

            @Schema(
                    examples = "FREQ=MONTHLY;BYDAY=1FR",
                    description =
                            "for a group that does not meet in each week: an RRULE (RFC 5545) over weeks or months, which says on"
                                    + " which days of its hours it does; counted from its first day")
            @Nullable
            @Size(min = 1, max = 200)
            String repeats,

            @Schema(
                    examples = "[\"Triggers\", \"Coping with craving\"]",
                    description =
                            "its curriculum: what its sessions are about, one after the other and then from the first again")
            @Nullable
            @Size(max = 60)
            List<@NotBlank @Size(max = 80) String> units,

            @NotNull @Schema(examples = "2026-03-02") LocalDate startsOn,
            @Nullable LocalDate endsOn,

            @Schema(description = "whom it takes; everybody of its track where nothing is said") @Nullable @Valid
            GroupMix mix) {

        GroupPlan plan(GroupSize size, Venue venue) {
            int places = GroupPlan.places(capacity, size);
            return new GroupPlan(
                    name.strip(),
                    program,
                    track,
                    modality,
                    places,
                    GroupPlan.fewest(fewest, places, size),
                    venue,
                    facilitators,
                    slots.stream().map(GroupView.Hours::slot).toList(),
                    repeats == null ? null : new Recurrence(repeats, startsOn),
                    units == null ? List.of() : units,
                    startsOn,
                    endsOn,
                    new Takes(mix));
        }
    }

    /** What a group is from a day on. */
    @Schema(name = "GroupChangeForm")
    record ChangeForm(
            @Schema(
                    examples = "2026-05-04",
                    description = "today for all that is to come; the day of a session for that one and all after it")
            @NotNull
            LocalDate from,

            @NotBlank @Size(max = 80) @Schema(examples = "Evening group A")
            String name,

            @Schema(examples = "12", description = "what the program's rules say where nobody says otherwise")
            @Nullable
            @Min(2)
            @Max(15)
            Integer capacity,

            @Schema(
                    examples = "4",
                    description =
                            "sessions with fewer are shown as such; what the program's rules say where nobody says otherwise")
            @Nullable
            @Min(1)
            @Max(15)
            Integer fewest,

            @Nullable @Schema(description = "left out where it meets by telehealth")
            RoomId room,

            @Nullable
            @Size(max = 500)
            @Pattern(regexp = GroupVenues.LINK, message = "a link that begins with https://")
            @Schema(
                    examples = "https://meet.example.org/evening-group-a",
                    description =
                            "by which it meets where it has no room; only those who are seated and who lead are told it")
            String meetingLink,

            @NotNull @Size(min = 1, max = 3) Set<@NotNull StaffId> facilitators,

            @NotEmpty @Size(max = 14) List<GroupView.@NotNull @Valid Hours> slots,

            @Schema(
                    examples = "FREQ=MONTHLY;BYDAY=1FR",
                    description =
                            "for a group that does not meet in each week: an RRULE (RFC 5545) over weeks or months, which says on"
                                    + " which days of its hours it does; counted from its first day")
            @Nullable
            @Size(min = 1, max = 200)
            String repeats,

            @Schema(
                    examples = "[\"Triggers\", \"Coping with craving\"]",
                    description =
                            "its curriculum: what its sessions are about, one after the other and then from the first again")
            @Nullable
            @Size(max = 60)
            List<@NotBlank @Size(max = 80) String> units,

            @Schema(description = "whom it takes; everybody of its track where nothing is said") @Nullable @Valid
            GroupMix mix) {

        /** The group as it is from then on. */
        GroupPlan plan(GroupView group, GroupSize size, Venue venue) {
            int places = GroupPlan.places(capacity, size);
            return new GroupPlan(
                    name.strip(),
                    group.program(),
                    group.track(),
                    group.modality(),
                    places,
                    GroupPlan.fewest(fewest, places, size),
                    venue,
                    facilitators,
                    slots.stream().map(GroupView.Hours::slot).toList(),
                    repeats == null ? null : new Recurrence(repeats, group.startsOn()),
                    units == null ? List.of() : units,
                    group.startsOn(),
                    group.endsOn(),
                    new Takes(mix));
        }
    }

    /** When a group ends. */
    @Schema(name = "GroupEndForm")
    record EndForm(@NotNull @Schema(examples = "2026-05-29") LocalDate lastDay) {}

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Open a group; its sessions of the next three weeks are made at once")
    @APIResponseSchema(value = GroupView.class, responseCode = "201")
    public RestResponse<GroupView> open(@NotNull @Valid Form form) {
        var group = openGroup.open(form);
        groups.flush();
        return Answers.created(group.view(), "groups/" + group.id(), group.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The groups of the clinic, with capacity and places taken")
    public RestResponse<Page<GroupView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(groups.page(page), page, Group::view, Group::id, uri);
    }

    @GET
    @Path("{group}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One group")
    public RestResponse<GroupView> read(@RestPath("group") GroupId id) {
        var group = groups.of(id);
        return Answers.versioned(group.view(), group.version());
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
            @NotNull @Valid ChangeForm form) {
        var group = groups.lockedOf(id);
        IfMatch.require(version, group.version());
        changeGroup.change(group, form);
        groups.flush();
        return Answers.versioned(group.view(), group.version());
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
        return group.view();
    }
}
