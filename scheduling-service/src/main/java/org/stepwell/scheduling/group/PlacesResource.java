package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;

@Path("places")
class PlacesResource {

    private final Places places;
    private final FreeDays freeDays;
    private final ClinicTime time;

    PlacesResource(Places places, FreeDays freeDays, ClinicTime time) {
        this.places = places;
        this.freeDays = freeDays;
        this.time = time;
    }

    /** How many more patients a track can give a full week, and from when. */
    @Schema(name = "PlacesView")
    record View(ProgramId program, String track, int free, LocalDate from) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(
            summary = "How many more patients each track of a program can give a full week",
            description =
                    "A full week is made of the groups with the most free places that do not meet at the same hours, until the"
                            + " rule set would call it met; it is as free as the fullest of them. Counted until no full week is left.")
    public List<View> of(@NotNull @QueryParam("program") ProgramId program) {
        return places.of(program);
    }

    @GET
    @Path("groups")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(
            summary = "How many places each group of a program has, and from which day on",
            description =
                    "From what is known today: a member who leaves is counted until their last day, one whose last day nobody"
                            + " said, for ever.")
    public List<FreeDays.OfGroup> byGroup(@NotNull @QueryParam("program") ProgramId program) {
        return freeDays.of(program, time.today());
    }
}
