package org.stepwell.therapy.notereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.note.NoteStatus;

/** Which notes are owed, written, signed and late; without their texts. */
@Path("notes")
@Guard(Policy.CASELOAD_READS)
class NoteListResource {

    private final NoteLines lines;

    NoteListResource(NoteLines lines) {
        this.lines = lines;
    }

    /** Which notes; a note that is overdue is due, a draft, or waits for a co-signature. */
    @Schema(name = "NoteFilter")
    enum Filter {
        DUE,
        DRAFT,
        PENDING_COSIGN,
        SIGNED,
        WITHDRAWN,
        STRUCK,
        OVERDUE
    }

    /** A note in a list. */
    @Schema(name = "NoteLine")
    record NoteLine(
            NoteId id,
            SessionId session,
            NoteStatus status,
            Modality modality,
            LocalDate date,
            Instant start,
            Instant end,
            int present,
            @Nullable Instant dueAt,
            @Nullable Instant overdueSince,
            List<StaffId> facilitators) {

        static NoteLine of(NoteLines.Line note) {
            return new NoteLine(
                    note.id(),
                    note.session(),
                    note.status(),
                    note.modality(),
                    note.date(),
                    note.start(),
                    note.end(),
                    note.present(),
                    note.dueAt(),
                    note.overdueSince(),
                    note.facilitators());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "List notes, in the order in which they were begun")
    public RestResponse<Page<NoteLine>> list(
            @QueryParam("status") @Parameter(description = "only these; all where it is left out") @Nullable
                    Filter filter,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = switch (filter) {
            case null -> lines.all(page.after(), page.fetch());
            case OVERDUE -> lines.late(page.after(), page.fetch());
            case DUE, DRAFT, PENDING_COSIGN, SIGNED, WITHDRAWN, STRUCK ->
                lines.in(NoteStatus.valueOf(filter.name()), page.after(), page.fetch());
        };
        return Page.of(found, page, NoteLine::of, NoteLines.Line::id, uri);
    }
}
