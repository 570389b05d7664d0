package org.stepwell.therapy.notereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.note.NoteStatus;

/** Which notes are late, and whose word is missing; and which were late before it came. */
@Path("notes/late")
@Guard(Policy.QUALITY_REVIEWED)
class LateNotesResource {

    private final NoteLines lines;
    private final Clock clock;

    LateNotesResource(NoteLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** A note that is late. */
    @Schema(name = "LateNote")
    record LateNote(
            NoteId note,
            SessionId session,
            LocalDate date,

            @Schema(description = "PENDING_COSIGN where a supervisor's word is missing, else the author's")
            NoteStatus status,

            @Schema(
                    description =
                            "who leads the session, or who answers for the work of whoever signed; empty where any supervisor may")
            List<StaffId> owedBy,

            Instant since,

            @Schema(examples = "26", description = "whole hours since then")
            long hours) {

        static LateNote of(NoteLines.Line note, Instant now) {
            var since = Objects.requireNonNull(note.overdueSince());
            boolean waits = note.status() == NoteStatus.PENDING_COSIGN;
            var supervisor = note.supervisor() == null ? List.<StaffId>of() : List.of(note.supervisor());
            return new LateNote(
                    note.id(),
                    note.session(),
                    note.date(),
                    note.status(),
                    waits ? supervisor : note.facilitators(),
                    since,
                    Duration.between(since, now).toHours());
        }
    }

    /** A note that was signed late, or co-signed late, or both. */
    @Schema(name = "NoteSignedLate")
    record SignedLate(
            NoteId note,
            SessionId session,
            LocalDate date,

            @Schema(description = "of its author; missing where they were in time") @Nullable
            Late signature,

            @Schema(description = "of a supervisor; missing where they were in time, or not asked") @Nullable
            Late cosignature) {

        static SignedLate of(NoteLines.LateLine note) {
            return new SignedLate(
                    note.id(), note.session(), note.date(), Late.of(note.signature()), Late.of(note.cosignature()));
        }
    }

    /** Somebody's word that came after its time. */
    @Schema(name = "LateSignature")
    record Late(
            StaffId by,
            Instant due,
            Instant at,

            @Schema(examples = "26", description = "whole hours in between")
            long hours) {

        static @Nullable Late of(NoteLines.@Nullable Overrun one) {
            return one == null
                    ? null
                    : new Late(
                            one.by(),
                            one.since(),
                            one.at(),
                            Duration.between(one.since(), one.at()).toHours());
        }
    }

    @GET
    @Path("signed")
    @Transactional
    @Operation(
            summary = "Notes that were late before they were signed, or co-signed",
            description = "In the order in which they were begun. What is late still is in the list of late notes.")
    public RestResponse<Page<SignedLate>> signed(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(lines.signedLate(page.after(), page.fetch()), page, SignedLate::of, NoteLines.LateLine::id, uri);
    }

    @GET
    @Transactional
    @Operation(
            summary = "Notes that are late: nobody signed them in time, or co-signed them",
            description = "In the order in which they were begun.")
    public RestResponse<Page<LateNote>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var now = clock.instant();
        return Page.of(
                lines.late(page.after(), page.fetch()), page, note -> LateNote.of(note, now), NoteLines.Line::id, uri);
    }
}
