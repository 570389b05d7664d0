package org.stepwell.scheduling.calendar;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** When the clinic is open. */
@Path("opening-hours")
class OpeningHoursResource {

    private final OpeningHours hours;

    OpeningHoursResource(OpeningHours hours) {
        this.hours = hours;
    }

    /** All opening hours of a week; empty where groups may meet at any time. */
    @Schema(name = "OpeningHours")
    record Form(@NotNull @Size(max = 21) List<@NotNull @Valid WeeklyHours> hours) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "When the clinic is open, by the clock on its wall")
    public Form read() {
        return new Form(hours.all().stream().map(WeeklyHours::of).toList());
    }

    @PUT
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Say when the clinic is open",
            description = "Groups that are opened or changed from now on meet within; those that run stay as they are.")
    public Form say(@NotNull @Valid Form form) {
        WeeklyHours.mustBePossible(form.hours());
        hours.replace(form.hours().stream().map(WeeklyHours::slot).toList());
        return read();
    }
}
