package org.stepwell.scheduling.availability;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.scheduling.calendar.ClinicTime;

/** When a patient can not come. */
@Path("patients/{patient}/availability")
class AvailabilityResource {

    private final Availabilities availabilities;
    private final ClashingSeats clashing;
    private final Access access;
    private final ClinicTime time;

    AvailabilityResource(Availabilities availabilities, ClashingSeats clashing, Access access, ClinicTime time) {
        this.availabilities = availabilities;
        this.clashing = clashing;
        this.access = access;
        this.time = time;
    }

    /** Hours of a weekday on which somebody can not come. */
    @Schema(name = "BusyTime")
    record Hours(
            @NotNull @Schema(examples = "WORK") BusyTime.Kind kind,
            @NotNull @Schema(examples = "TUESDAY") DayOfWeek day,

            @NotNull @Schema(examples = "17:00", description = "by the clock on the clinic's wall")
            LocalTime from,

            @NotNull @Schema(examples = "22:00") LocalTime to,
            @NotNull @Schema(examples = "2026-03-02") LocalDate firstDay,

            @Nullable
            @Schema(
                    examples = "2026-06-30",
                    description = "missing where it goes on; a day in court begins and ends on one day")
            LocalDate lastDay) {

        static Hours of(BusyTime time) {
            return new Hours(
                    time.kind(), time.weekday(), time.opensAt(), time.closesAt(), time.firstDay(), time.lastDay());
        }

        BusyTime time() {
            return new BusyTime(kind, day, from, to, firstDay, lastDay);
        }
    }

    /** All times at which somebody can not come. */
    @Schema(name = "AvailabilityForm")
    record Form(@NotNull @Size(max = 40) List<@NotNull @Valid Hours> busy) {
        List<BusyTime> times() {
            return busy.stream().map(Hours::time).toList();
        }
    }

    /** The same, as it was said last, with the seats to come that it does not fit. */
    @Schema(name = "AvailabilityView")
    record View(PatientId patient, List<Hours> busy, List<Clash> clashes) {}

    /** A seat at a time at which the patient can not come. */
    @Schema(name = "SeatClash")
    record Clash(
            SessionId session,
            @Schema(examples = "2026-03-03") LocalDate day,
            @Schema(examples = "18:00") LocalTime from,
            @Schema(examples = "21:00") LocalTime to) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "When a patient can not come, and which of their seats that does not fit")
    public RestResponse<View> read(PatientId patient) {
        access.to(patient);
        return show(patient, availabilities.of(patient));
    }

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say anew when a patient can not come: work, school, court, children",
            description =
                    "All of it, each time. Nobody is placed at such hours from now on. Seats they have stay, and are"
                            + " listed; coordinators have a task to find others.")
    public RestResponse<View> say(
            PatientId patient, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(patient);
        Availability.mustBePossible(form.times());
        var by = ClinicContext.current().orElseThrow().actor();
        var now = time.now();
        var old = availabilities.lockedOf(patient, by, now);
        IfMatch.require(version, old.version());
        var said = availabilities.replace(patient, old, form.times(), by, now);
        clashing.changed(patient, now);
        return show(patient, said);
    }

    private RestResponse<View> show(PatientId patient, Availability said) {
        var view = new View(patient, said.busy().stream().map(Hours::of).toList(), clashing.of(patient, time.now()));
        return Answers.versioned(view, said.version());
    }
}
