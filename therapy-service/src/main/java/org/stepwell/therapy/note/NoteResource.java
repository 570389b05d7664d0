package org.stepwell.therapy.note;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.StaffMembers;

/** The note of a session, for those who lead it. */
@Path("sessions/{session}/note")
@Guard(Policy.FACILITATORS_LEAD)
class NoteResource {

    private final Notes notes;
    private final NotesDue notesDue;
    private final NoteTexts texts;
    private final NamesInText names;
    private final Doubts doubts;
    private final SignNote signNote;
    private final Sessions sessions;
    private final StaffMembers staff;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    NoteResource(
            Notes notes,
            NotesDue notesDue,
            NoteTexts texts,
            NamesInText names,
            Doubts doubts,
            SignNote signNote,
            Sessions sessions,
            StaffMembers staff,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.notes = notes;
        this.notesDue = notesDue;
        this.texts = texts;
        this.names = names;
        this.doubts = doubts;
        this.signNote = signNote;
        this.sessions = sessions;
        this.staff = staff;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is added to a signed note. */
    @Schema(name = "AddendumForm")
    record AddendumForm(
            @Schema(description = "whom it is about; left out where it is about the whole group") @Nullable
            PatientId patient,

            @Schema(examples = "She called after the session: the walk home went well.") @NotBlank @Size(max = 8_000)
            String text) {}

    @GET
    @Transactional
    @Operation(summary = "Read the note of a session, with all its parts")
    public RestResponse<NoteView> read(SessionId session) {
        access.toWhatIsLedBy(sessions.of(session).facilitators());
        return view(notes.of(session));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Write the note: once for the group, and a part for each patient present",
            description =
                    "A note that was written before is changed with If-Match. Parts left out have no text any more.")
    public RestResponse<NoteView> write(
            SessionId session, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid NoteForm form) {
        var note = led(session);
        var facts = note.facts();
        if (version != null || facts.status() == NoteStatus.DRAFT) {
            IfMatch.require(version, facts.version());
        }
        var individual = form.texts();
        names.refuse(
                form.sharedTexts(), note.parts().stream().map(NotePart::patient).toList());
        note.write(texts.seal(facts.id(), form.shared()), texts.seal(facts.id(), individual), clock.instant());
        return view(note);
    }

    @POST
    @Path("signature")
    @Transactional
    @Operation(
            summary = "Sign the note; it is locked from then on",
            description =
                    "If-Match names the version that was read: nobody signs a text that they have not seen. A part that is"
                            + " nearly another's, or names another patient of the group, is signed with a reason.")
    public RestResponse<NoteView> sign(
            SessionId session,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @Valid SignNote.@Nullable Form form) {
        var note = led(session);
        IfMatch.require(version, note.facts().version());
        signNote.sign(note, form, signer());
        return view(note);
    }

    @POST
    @Path("addenda")
    @Transactional
    @Operation(
            summary = "Add to a signed note",
            description =
                    "About a patient whom the attendance shows as present only since the signature, it stands for their part.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    public RestResponse<NoteView> add(SessionId session, @NotNull @Valid AddendumForm form) {
        var note = led(session);
        var facts = note.facts();
        if (form.patient() == null) {
            names.refuse(
                    Map.of("/text", form.text()),
                    note.parts().stream().map(NotePart::patient).toList());
        }
        var id = Uuid7.next();
        var sealed = texts.sealAddendum(facts.id(), id, form.text());
        var addendum = new Addendum(id, facts.id(), form.patient(), form.text(), sealed, signer(), clock.instant());
        note.added(addendum).ifPresent(outbox::append);
        notes.keep(addendum);
        notesDue.settle(note);
        return Answers.created(
                show(note), "sessions/" + session + "/note", note.facts().version());
    }

    private GroupNote led(SessionId session) {
        access.toWhatIsLedBy(sessions.of(session).facilitators());
        return notes.locked(session)
                .orElseThrow(() -> NoteRule.NOBODY_WAS_PRESENT.because("Nobody's attendance is known here yet."));
    }

    private Signer signer() {
        var who = access.staff();
        return Signer.of(who, staff.credentials(who).orElse(List.of()));
    }

    private RestResponse<NoteView> view(GroupNote note) {
        notes.flush();
        return Answers.versioned(show(note), note.facts().version());
    }

    private NoteView show(GroupNote note) {
        notes.flush();
        return NoteView.of(
                note, texts, doubts, notes.addendaTo(List.of(note.facts().id())));
    }
}
