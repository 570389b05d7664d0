package org.stepwell.scheduling.calendar;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

@Path("rooms")
@Produces(MediaType.APPLICATION_JSON)
class RoomResource {

    private final Rooms rooms;

    RoomResource(Rooms rooms) {
        this.rooms = rooms;
    }

    /** A room to set up. */
    @Schema(name = "RoomForm")
    record Form(
            @NotBlank @Size(max = 80) @Schema(examples = "Garden room")
            String name,

            @NotNull @Min(1) @Max(200) @Schema(examples = "14")
            Integer seats) {}

    /** A room. */
    @Schema(name = "RoomView")
    record RoomView(RoomId id, String name, int seats) {
        static RoomView of(Room room) {
            return new RoomView(room.id(), room.name(), room.seats());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Set up a room")
    @APIResponseSchema(value = RoomView.class, responseCode = "201")
    public RestResponse<RoomView> setUp(@NotNull @Valid Form form) {
        var room = new Room(new RoomId(Uuid7.next()), form.name().strip(), form.seats());
        rooms.persistAndFlush(room);
        return Answers.created(RoomView.of(room), "rooms/" + room.id(), room.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The rooms of the clinic")
    public RestResponse<Page<RoomView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(rooms.page(page), page, RoomView::of, Room::id, uri);
    }

    @GET
    @Path("{room}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One room")
    public RestResponse<RoomView> read(RoomId room) {
        var found = rooms.of(room);
        return Answers.versioned(RoomView.of(found), found.version());
    }
}
