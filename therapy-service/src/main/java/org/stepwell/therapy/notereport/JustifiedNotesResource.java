package org.stepwell.therapy.notereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.note.Doubts;
import org.stepwell.therapy.notetext.Doubt;

/** What was signed although something looked wrong. */
@Path("notes/justified")
@Guard(Policy.QUALITY_REVIEWED)
class JustifiedNotesResource {

    private final Doubts doubts;
    private final Caller caller;

    JustifiedNotesResource(Doubts doubts, Caller caller) {
        this.doubts = doubts;
        this.caller = caller;
    }

    /** A part of a note, what looked wrong in it, and why it was signed. */
    @Schema(name = "JustifiedNote")
    record Line(
            UUID id,
            NoteId note,
            PatientId patient,
            Doubt doubt,

            @Schema(
                    examples = "The two are siblings, and worked on the same task together.",
                    description = "shown to supervisors alone")
            @Nullable
            String reason) {}

    @GET
    @Transactional
    @Operation(
            summary =
                    "Parts of notes that were signed though they are like another's or name another patient, with the reason",
            description = "In the order in which they were signed; the reason is shown to supervisors alone.")
    public RestResponse<Page<Line>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(doubts.page(page.after(), page.fetch()), page, this::show, Doubts.Kept::id, uri);
    }

    private Line show(Doubts.Kept one) {
        boolean open = caller.identity().roles().contains(Role.SUPERVISOR);
        return new Line(one.id(), one.note(), one.patient(), one.doubt(), open ? doubts.open(one) : null);
    }
}
