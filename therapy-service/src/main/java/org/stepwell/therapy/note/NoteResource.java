package org.stepwell.therapy.note;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.notetext.NoteForm;
import org.stepwell.therapy.notetext.VisitNoteForm;

/** The note of a session, until it is signed, for those who lead it. */
@Path("sessions/{session}/note")
@Guard(Policy.FACILITATORS_LEAD)
class NoteResource {

    private final Notes notes;
    private final NoteViews views;
    private final WriteNote writeNote;
    private final SignNote signNote;
    private final SessionMembers members;
    private final NoteAccess access;

    NoteResource(
            Notes notes,
            NoteViews views,
            WriteNote writeNote,
            SignNote signNote,
            SessionMembers members,
            NoteAccess access) {
        this.notes = notes;
        this.views = views;
        this.writeNote = writeNote;
        this.signNote = signNote;
        this.members = members;
        this.access = access;
    }

    /** A group's note as it is kept, and what could not be. */
    @Schema(name = "WrittenNote")
    record Written(
            NoteView note,

            @Schema(
                    description =
                            "parts that were sent and not kept, by where they stood; what they said before stands")
            List<SentParts.NotKept> notKept) {}

    @GET
    @Transactional
    @Operation(
            summary = "Read the note of a session, with all its parts",
            description = "The one that is not signed yet, or else the last; others are named in it.")
    public RestResponse<NoteView> read(SessionId session) {
        access.toSession(session);
        return views.answer(notes.of(session).current().orElseThrow(NotFoundException::new));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Write a group's note: once for the group, and a part for each patient present",
            description =
                    "A note that was written before is changed with If-Match. Parts left out have no text any more. What `defaults` say"
                            + " holds for everybody who was there, wherever their own part says nothing else, or is left out. A"
                            + " part that can not be kept, or read, loses nobody else's: `notKept` says which and why.")
    public RestResponse<Written> write(
            SessionId session, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid NoteForm form) {
        var note = led(session);
        mustHaveRead(note, version);
        var names = members.of(note);
        var notKept = writeNote.ofGroup(note, form, names);
        var written = new Written(views.show(note, names), notKept);
        return Answers.versioned(written, note.facts().version());
    }

    @PUT
    @Path("visit")
    @Transactional
    @Operation(
            summary = "Write the note of a visit, in SOAP, DAP, BIRP or GIRP",
            description = "A note that was written before is changed with If-Match.")
    public RestResponse<NoteView> writeVisit(
            SessionId session, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid VisitNoteForm form) {
        var note = led(session);
        mustHaveRead(note, version);
        writeNote.ofVisit(note, form);
        return views.answer(note);
    }

    @POST
    @Path("signature")
    @Transactional
    @Operation(
            summary = "Sign the note; it is locked from then on",
            description =
                    "If-Match names the version that was read: nobody signs a text that they have not seen. All parts are signed, or"
                            + " none: what is missing is pointed at. Who does not practise independently waits for a supervisor"
                            + " (PENDING_COSIGN).")
    public RestResponse<NoteView> sign(
            SessionId session,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @Valid SignNote.@Nullable Form form) {
        var note = led(session);
        IfMatch.requireRead(version, note.facts().version());
        signNote.sign(note, form, access.signer());
        return views.answer(note);
    }

    private static void mustHaveRead(Note note, @Nullable IfMatch version) {
        var facts = note.facts();
        if (version != null || facts.status() == NoteStatus.DRAFT) {
            IfMatch.require(version, facts.version());
        }
    }

    private Note led(SessionId session) {
        access.toSession(session);
        return notes.locked(session)
                .current()
                .orElseThrow(() -> NoteRule.NOBODY_WAS_PRESENT.because("Nobody's attendance is known here yet."));
    }
}
