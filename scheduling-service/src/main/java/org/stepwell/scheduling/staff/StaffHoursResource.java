package org.stepwell.scheduling.staff;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.stepwell.contracts.id.StaffAbsenceId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.WeeklyHours;

/** When somebody works, and when they are away. */
@Path("staff/{staff}")
class StaffHoursResource {

    private final StaffMembers staff;
    private final StaffHours hours;
    private final ClinicTime time;

    StaffHoursResource(StaffMembers staff, StaffHours hours, ClinicTime time) {
        this.staff = staff;
        this.hours = hours;
        this.time = time;
    }

    /** All hours of a week at which somebody works; empty where they may be asked for any. */
    @Schema(name = "StaffHours")
    record Form(@NotNull @Size(max = 21) List<@NotNull @Valid WeeklyHours> hours) {}

    /** Days on which somebody is away. */
    @Schema(name = "StaffAbsenceForm")
    record AbsenceForm(
            @NotNull @Schema(examples = "2026-07-06") LocalDate firstDay,
            @NotNull @Schema(examples = "2026-07-17") LocalDate lastDay) {}

    /** The same, as it was said. */
    @Schema(name = "StaffAbsence")
    record AbsenceView(
            StaffAbsenceId id,
            @Schema(examples = "2026-07-06") LocalDate firstDay,
            @Schema(examples = "2026-07-17") LocalDate lastDay) {
        static AbsenceView of(StaffHours.Absence absence) {
            return new AbsenceView(absence.id(), absence.firstDay(), absence.lastDay());
        }
    }

    @GET
    @Path("hours")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "When somebody works, by the clock on the clinic's wall")
    public Form read(StaffId staff) {
        this.staff.of(staff);
        return new Form(hours.of(staff).stream().map(WeeklyHours::of).toList());
    }

    @PUT
    @Path("hours")
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Say when somebody works",
            description =
                    "Groups that are opened or changed from now on are led within; those that run stay as they are.")
    public Form say(StaffId staff, @NotNull @Valid Form form) {
        this.staff.of(staff);
        WeeklyHours.mustBePossible(form.hours());
        hours.replace(staff, form.hours().stream().map(WeeklyHours::slot).toList());
        return read(staff);
    }

    @GET
    @Path("absences")
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(summary = "When somebody is away, from today on")
    public List<AbsenceView> absences(StaffId staff) {
        this.staff.of(staff);
        return hours.absences(staff, time.today()).stream().map(AbsenceView::of).toList();
    }

    @POST
    @Path("absences")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Say that somebody is away; why, is not asked",
            description = "Their sessions stay: GET sessions/uncovered lists those that nobody else leads.")
    public AbsenceView away(StaffId staff, @NotNull @Valid AbsenceForm form) {
        this.staff.of(staff);
        if (form.lastDay().isBefore(form.firstDay())) {
            throw new Refusal(
                    StaffRule.AWAY_FROM_A_DAY_TO_A_LATER_ONE,
                    "From %s to %s.".formatted(form.firstDay(), form.lastDay()),
                    List.of(new FieldError("/lastDay", "%s or later".formatted(form.firstDay()))));
        }
        var absence = new StaffHours.Absence(new StaffAbsenceId(Uuid7.next()), staff, form.firstDay(), form.lastDay());
        hours.away(absence, ClinicContext.current().orElseThrow().actor(), time.now());
        return AbsenceView.of(absence);
    }

    @DELETE
    @Path("absences/{absence}")
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(summary = "They are here after all")
    public void here(StaffId staff, StaffAbsenceId absence) {
        if (!hours.here(staff, absence, time.now())) {
            throw new NotFoundException();
        }
    }
}
