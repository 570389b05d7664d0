package org.stepwell.therapy.counselingnote;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.StaffMembers;

/** One counseling note: read by its author and the supervisor whom they named on it, changed by its author alone. */
@Path("counseling-notes/{counselingNote}")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.COUNSELING_NOTES_APART)
class CounselingNoteResource {

    private final CounselingNotes notes;
    private final CounselingTexts texts;
    private final StaffMembers staff;
    private final Access access;
    private final Clock clock;

    CounselingNoteResource(
            CounselingNotes notes, CounselingTexts texts, StaffMembers staff, Access access, Clock clock) {
        this.notes = notes;
        this.texts = texts;
        this.staff = staff;
        this.access = access;
        this.clock = clock;
    }

    /** What a counseling note, or an addendum to it, says. */
    @Schema(name = "CounselingText")
    record CounselingText(
            @Schema(examples = "I hear how much of her anger is meant for her father, and how much of it reaches me.")
            @NotBlank
            @Size(max = 20_000)
            String text) {}

    /** Who reads it beside its author. */
    @Schema(name = "CounselingNoteSupervisor")
    record SupervisorForm(
            @Schema(description = "a supervisor who works here; left out where nobody else reads it any more") @Nullable
            StaffId supervisor) {}

    @GET
    @Transactional
    @Operation(summary = "Open a counseling note")
    public RestResponse<CounselingNoteView> read(CounselingNoteId counselingNote) {
        var note = notes.of(counselingNote);
        mayRead(note);
        return Answers.versioned(
                texts.show(note, notes.addendaTo(counselingNote)), note.line().version());
    }

    @PUT
    @Transactional
    @Operation(summary = "Change the draft of a counseling note", description = "With If-Match, by its author.")
    public RestResponse<CounselingNoteLine> write(
            CounselingNoteId counselingNote,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid CounselingText form) {
        var note = own(counselingNote, version);
        note.write(texts.seal(counselingNote, form.text()), clock.instant());
        return changed(note);
    }

    @DELETE
    @Transactional
    @Operation(summary = "Delete the draft of a counseling note", description = "With If-Match, by its author.")
    public void delete(CounselingNoteId counselingNote, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var note = own(counselingNote, version);
        note.mustBeDraft();
        notes.delete(note);
    }

    @POST
    @Path("finality")
    @Transactional
    @Operation(
            summary = "Make a counseling note final; it is locked from then on",
            description = "If-Match names the version that was read.")
    public RestResponse<CounselingNoteLine> makeFinal(
            CounselingNoteId counselingNote, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var note = own(counselingNote, version);
        note.makeFinal(texts.open(note), clock.instant());
        return changed(note);
    }

    @POST
    @Path("addenda")
    @Transactional
    @Operation(summary = "Add to a counseling note that is final, or was struck")
    @APIResponseSchema(value = CounselingNoteLine.class, responseCode = "201")
    public RestResponse<CounselingNoteLine> add(CounselingNoteId counselingNote, @NotNull @Valid CounselingText form) {
        var note = own(counselingNote);
        var now = clock.instant();
        var id = Uuid7.next();
        note.added(now);
        notes.keep(new CounselingAddendum(id, counselingNote, form.text(), texts.sealAddendum(id, form.text()), now));
        notes.flush();
        return Answers.created(
                note.line(), "counseling-notes/" + counselingNote, note.line().version());
    }

    @POST
    @Path("striking")
    @Transactional
    @Operation(
            summary = "Strike a counseling note that was entered in error; its text stays",
            description = "If-Match names the version that was read.")
    public RestResponse<CounselingNoteLine> strike(
            CounselingNoteId counselingNote, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var note = own(counselingNote, version);
        note.strike(clock.instant());
        return changed(note);
    }

    @PUT
    @Path("supervisor")
    @Transactional
    @Operation(
            summary = "Open a counseling note to the author's supervisor, or to nobody any more",
            description = "With If-Match, by its author. Whoever is named reads it, and does nothing else.")
    public RestResponse<CounselingNoteLine> superviseBy(
            CounselingNoteId counselingNote,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid SupervisorForm form) {
        var note = own(counselingNote, version);
        var named = form.supervisor();
        if (named != null && staff.workingHere(Set.of(named.value())).isEmpty()) {
            throw CounselingNoteRule.SUPERVISOR_IS_ANOTHER.because("%s does not work here.".formatted(named));
        }
        note.superviseBy(named);
        return changed(note);
    }

    private CounselingNote own(CounselingNoteId id, @Nullable IfMatch version) {
        var note = own(id);
        IfMatch.require(version, note.line().version());
        return note;
    }

    private CounselingNote own(CounselingNoteId id) {
        var note = notes.locked(id);
        mayRead(note);
        note.mustBeBy(access.staff());
        return note;
    }

    private void mayRead(CounselingNote note) {
        var whose = note.line();
        access.toWhatIsKeptApart(whose.patient(), whose.author(), whose.supervisor());
    }

    private RestResponse<CounselingNoteLine> changed(CounselingNote note) {
        notes.flush();
        return Answers.versioned(note.line(), note.line().version());
    }
}
