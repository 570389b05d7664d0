package org.stepwell.scheduling.session;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.event.Outbox;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.staff.StaffHours;
import org.stepwell.scheduling.staff.StaffMembers;

/** Who leads a session, where it is somebody else than usual. */
@Path("sessions")
@Guard(Policy.COORDINATORS_SEAT)
class LeaderResource {

    private static final int DAYS_SHOWN = 21;
    private static final int SHOWN_MAX = 50;

    private final Sessions sessions;
    private final Calendar calendar;
    private final StaffMembers staff;
    private final StaffHours staffHours;
    private final ClinicTime time;
    private final Outbox outbox;

    LeaderResource(
            Sessions sessions,
            Calendar calendar,
            StaffMembers staff,
            StaffHours staffHours,
            ClinicTime time,
            Outbox outbox) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.staff = staff;
        this.staffHours = staffHours;
        this.time = time;
        this.outbox = outbox;
    }

    /** Everybody who leads a session from now on. */
    @Schema(name = "LeadersForm")
    record Form(@NotNull @Size(min = 1, max = 3) Set<@NotNull StaffId> facilitators) {}

    @GET
    @Path("uncovered")
    @Transactional
    @Operation(
            summary =
                    "Sessions whose leaders are all away, fifty at most; of the next three weeks unless said otherwise")
    public List<SessionView> uncovered(
            @QueryParam("from") @Parameter(description = "the first day") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included") @Nullable LocalDate to) {
        var first = from == null ? time.today() : from;
        var last = to == null ? first.plusDays(DAYS_SHOWN) : to;
        var away = staffHours.away(first, last);
        return calendar.ledBy(away.staff(), time.startOf(first), time.startOf(last.plusDays(1))).stream()
                .filter(session -> session.status() == Session.Status.SCHEDULED)
                .filter(session -> session.facilitators().stream().allMatch(who -> away.on(who, session.day())))
                .limit(SHOWN_MAX)
                .toList();
    }

    @PUT
    @Path("{session}/facilitators")
    @Transactional
    @Operation(summary = "Let others lead one session, as while somebody is away; the group goes on as before")
    public SessionView lead(SessionId session, @NotNull @Valid Form form) {
        var found = sessions.lockedOf(session);
        staff.requireActive(form.facilitators());
        staffHours.requireHere(form.facilitators(), found.held().day());
        outbox.append(found.ledBy(form.facilitators(), time.now()));
        sessions.flush();
        return calendar.of(session);
    }
}
