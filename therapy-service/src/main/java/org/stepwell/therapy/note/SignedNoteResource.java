package org.stepwell.therapy.note;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.notetext.NoteTexts;

/** What becomes of a note once its author has signed it: for those who lead the session, and those who supervise them. */
@Path("notes/{note}")
@Guard(Policy.FACILITATORS_LEAD)
class SignedNoteResource {

    private final Notes notes;
    private final NoteViews views;
    private final NoteTexts texts;
    private final SessionMembers members;
    private final NoteTasks tasks;
    private final CosignNote cosignNote;
    private final StrikeNote strikeNote;
    private final NoteAccess access;
    private final Clock clock;

    SignedNoteResource(
            Notes notes,
            NoteViews views,
            NoteTexts texts,
            SessionMembers members,
            NoteTasks tasks,
            CosignNote cosignNote,
            StrikeNote strikeNote,
            NoteAccess access,
            Clock clock) {
        this.notes = notes;
        this.views = views;
        this.texts = texts;
        this.members = members;
        this.tasks = tasks;
        this.cosignNote = cosignNote;
        this.strikeNote = strikeNote;
        this.access = access;
        this.clock = clock;
    }

    /** What is added to a signed note. */
    @Schema(name = "AddendumForm")
    record AddendumForm(
            @Schema(description = "whom it is about; left out where it is about the whole group") @Nullable
            PatientId patient,

            @Schema(examples = "She called after the session: the walk home went well.") @NotBlank @Size(max = 8_000)
            String text) {}

    /** Why a note goes back to its author. */
    @Schema(name = "NoteReturnForm")
    record ReturnForm(
            @Schema(examples = "The risk part does not say what was agreed with her; add that.")
            @NotBlank
            @Size(max = 2_000)
            String reason) {}

    /** What was entered in error, and why. */
    @Schema(name = "NoteStrikingForm")
    record StrikingForm(
            @Schema(description = "whose part; left out where it is the whole note") @Nullable
            PatientId patient,

            @Schema(examples = "Written about the wrong session.") @NotBlank @Size(max = 2_000)
            String reason) {}

    @GET
    @Transactional
    @Operation(summary = "Read a note by its id, with all its parts")
    public RestResponse<NoteView> read(NoteId note) {
        return views.answer(access.to(note));
    }

    @POST
    @Path("cosignature")
    @Transactional
    @Operation(
            summary = "Co-sign the note of somebody who does not practise independently",
            description =
                    "By the supervisor of its author, or any of the clinic, who practises independently. If-Match names the version"
                            + " that was read.")
    public RestResponse<NoteView> cosign(NoteId note, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var waiting = access.locked(note);
        IfMatch.requireRead(version, waiting.facts().version());
        cosignNote.cosign(waiting, access.supervisorOf(waiting));
        return views.answer(waiting);
    }

    @POST
    @Path("return")
    @Transactional
    @Operation(
            summary = "Return a note that waits for a co-signature to its author, with the reason",
            description = "It is a draft again; its author has a task. If-Match names the version that was read.")
    public RestResponse<NoteView> giveBack(
            NoteId note, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid ReturnForm form) {
        var waiting = access.locked(note);
        IfMatch.requireRead(version, waiting.facts().version());
        cosignNote.giveBack(waiting, form.reason(), access.supervisorOf(waiting));
        return views.answer(waiting);
    }

    @POST
    @Path("addenda")
    @Transactional
    @Operation(
            summary = "Add to a signed note",
            description =
                    "It names nobody of the group but the patient it is about: it stands in that patient's record.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    public RestResponse<NoteView> add(NoteId note, @NotNull @Valid AddendumForm form) {
        var signed = access.locked(note);
        members.of(signed).refuse(form.patient(), Map.of("/text", form.text()));
        var id = Uuid7.next();
        var sealed = texts.seal(note, Addendum.name(id), form.text());
        var addendum = new Addendum(id, note, form.patient(), form.text(), sealed, access.signer(), clock.instant());
        signed.added(addendum);
        tasks.answered(signed, addendum.writtenAt());
        notes.keep(addendum);
        return Answers.created(
                views.show(signed), "notes/" + note, signed.facts().version());
    }

    @POST
    @Path("striking")
    @Transactional
    @Operation(
            summary = "Strike a note, or the part of one patient, that was entered in error",
            description =
                    "By whoever signed or co-signed it, or a supervisor. The text stays, struck, and whoever was there is owed"
                            + " another note; nothing is billed on what is struck.")
    public RestResponse<NoteView> strike(NoteId note, @NotNull @Valid StrikingForm form) {
        var signed = access.to(note);
        members.of(signed).refuse(form.patient(), Map.of("/reason", form.reason()));
        strikeNote.strike(signed, form.patient(), form.reason(), access.signerOf(signed));
        return views.answer(signed);
    }
}
