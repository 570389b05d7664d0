package org.stepwell.scheduling.calendar;

import io.quarkus.arc.All;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Closures.Closure;

/** Days on which the clinic is closed. */
@Path("closures")
@Guard(Policy.ADMINISTRATORS_SET_UP)
class ClosureResource {

    private static final int DAYS_SHOWN = 365;

    private final Closures closures;
    private final Holidays holidays;
    private final List<OnceClosed> onceClosed;
    private final List<OnceOpen> onceOpen;
    private final ClinicTime time;

    ClosureResource(
            Closures closures,
            Holidays holidays,
            @All List<OnceClosed> onceClosed,
            @All List<OnceOpen> onceOpen,
            ClinicTime time) {
        this.closures = closures;
        this.holidays = holidays;
        this.onceClosed = List.copyOf(onceClosed);
        this.onceOpen = List.copyOf(onceOpen);
        this.time = time;
    }

    /** What a day is called. */
    @Schema(name = "ClosureForm")
    record Form(
            @Schema(examples = "Thanksgiving") @NotBlank @Size(max = 80)
            String name) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The days on which the clinic is closed; those of the next year unless said otherwise")
    public List<Closure> list(
            @QueryParam("from") @Parameter(description = "the first day") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included") @Nullable LocalDate to) {
        var first = from == null ? time.today() : from;
        return closures.between(first, to == null ? first.plusDays(DAYS_SHOWN) : to);
    }

    @GET
    @Path("suggestions")
    @Operation(summary = "Public holidays of a state in a year, to choose from")
    public List<Closure> suggestions(
            @QueryParam("year") @Parameter(required = true, description = "such as 2026") @NotNull @Min(2000) @Max(2100)
                    Integer year,
            @QueryParam("state")
                    @Parameter(required = true, description = "the two letters of a state, such as ny")
                    @NotNull
                    @Size(min = 2, max = 2)
                    String state) {
        return holidays.of(year, state);
    }

    @PUT
    @Path("{day}")
    @Transactional
    @Operation(
            summary = "Close the clinic on a day; its sessions are cancelled, except those that somebody has come to",
            description =
                    "Weeks that lack something because of it are not applicable (CLOSED); make-ups are still offered.")
    public Closure close(LocalDate day, @NotNull @Valid Form form) {
        mustBeAhead(day);
        var closure = new Closure(day, form.name().strip());
        var now = time.now();
        if (closures.close(closure, ClinicContext.current().orElseThrow().actor(), now)) {
            onceClosed.forEach(one -> one.closed(day, now));
        }
        return closure;
    }

    @DELETE
    @Path("{day}")
    @Transactional
    @Operation(summary = "Open the clinic on a day after all; whoever meets on such days meets again")
    public void open(LocalDate day) {
        mustBeAhead(day);
        if (closures.open(day)) {
            onceOpen.forEach(one -> one.open(day, time.now()));
        }
    }

    private void mustBeAhead(LocalDate day) {
        if (day.isBefore(time.today())) {
            throw new Refusal(
                    CalendarRule.CLOSED_AHEAD,
                    "Today is %s.".formatted(time.today()),
                    List.of(new FieldError("day", "today or later")));
        }
    }
}
