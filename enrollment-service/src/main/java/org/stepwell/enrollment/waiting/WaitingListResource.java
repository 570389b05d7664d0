package org.stepwell.enrollment.waiting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Who waits, and how full the tracks are. */
@Path("programs")
@Guard(Policy.CASELOAD_READS)
class WaitingListResource {

    private final Programs programs;
    private final WaitingList line;
    private final Capacity capacity;
    private final Patients patients;
    private final Caller caller;

    WaitingListResource(Programs programs, WaitingList line, Capacity capacity, Patients patients, Caller caller) {
        this.programs = programs;
        this.line = line;
        this.capacity = capacity;
        this.patients = patients;
        this.caller = caller;
    }

    @GET
    @Path("{program}/tracks/{track}/waiting-list")
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Who waits for a track, in the order in which places are offered",
            description = "With when and why somebody who came later was taken before them.")
    public RestResponse<Page<WaitingList.Line>> list(
            ProgramId program, String track, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        if (programs.findByIdOptional(program)
                .filter(found -> found.offers(track))
                .isEmpty()) {
            throw new NotFoundException();
        }
        var waiting = line.page(program, track, page);
        if (!callsThem()) {
            return Page.of(waiting, page, WaitingList.Line::unnamed, WaitingList.Line::episode, uri);
        }
        var names =
                patients.namesOf(waiting.stream().map(WaitingList.Line::patient).toList());
        return Page.of(waiting, page, one -> one.called(names.get(one.patient())), WaitingList.Line::episode, uri);
    }

    /** Whoever takes people in has to call them. */
    private boolean callsThem() {
        return caller.rolesInPolicy().stream().anyMatch(role -> role == Role.INTAKE || role == Role.SUPERVISOR);
    }

    @GET
    @Path("capacity")
    @Transactional
    @Operation(summary = "Each track: places that are free, kept for somebody, waited for, taken")
    public List<Capacity.Track> capacity() {
        return capacity.tracks();
    }
}
