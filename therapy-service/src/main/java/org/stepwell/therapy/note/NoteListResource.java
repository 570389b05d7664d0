package org.stepwell.therapy.note;

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
import org.stepwell.therapy.roster.Sessions;

/** Which notes are owed, written, signed and late; without their texts. */
@Path("notes")
@Guard(Policy.CASELOAD_READS)
class NoteListResource {

    private final Notes notes;
    private final Sessions sessions;

    NoteListResource(Notes notes, Sessions sessions) {
        this.notes = notes;
        this.sessions = sessions;
    }

    /** Which notes; a note that is overdue is due, a draft, or signed but for somebody found present later. */
    @Schema(name = "NoteFilter")
    enum Filter {
        DUE,
        DRAFT,
        SIGNED,
        WITHDRAWN,
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

        static NoteLine of(NoteFacts note, List<StaffId> facilitators) {
            return new NoteLine(
                    note.id(),
                    note.session(),
                    note.status(),
                    note.header().modality(),
                    note.header().date(),
                    note.header().startsAt(),
                    note.header().endsAt(),
                    note.present(),
                    note.dueAt(),
                    note.overdueAt(),
                    facilitators);
        }
    }

    @GET
    @Transactional
    @Operation(summary = "List notes, in the order their sessions were attended")
    public RestResponse<Page<NoteLine>> list(
            @QueryParam("status") @Parameter(description = "only these; all where it is left out") @Nullable
                    Filter filter,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var asked = switch (filter) {
            case null -> notes.all(page.after(), page.fetch());
            case OVERDUE -> notes.late(page.after(), page.fetch());
            case DUE, DRAFT, SIGNED, WITHDRAWN ->
                notes.in(NoteStatus.valueOf(filter.name()), page.after(), page.fetch());
        };
        var found = asked.stream().map(GroupNote::facts).toList();
        var held = sessions.of(found.stream().map(NoteFacts::session).toList());
        return Page.of(
                found,
                page,
                note -> NoteLine.of(
                        note,
                        held.containsKey(note.session())
                                ? held.get(note.session()).facilitators()
                                : List.of()),
                NoteFacts::id,
                uri);
    }
}
