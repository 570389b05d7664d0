package org.stepwell.therapy.counselingnote;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.counselingnote.CounselingNotes.Reader;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Episodes;

/** A clinician's own counseling notes about a patient. */
@Path("patients/{patient}/counseling-notes")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.COUNSELING_NOTES_WRITTEN)
class CounselingNoteListResource {

    private static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    private final CounselingNotes notes;
    private final CounselingTexts texts;
    private final Episodes episodes;
    private final Attendances attendances;
    private final Access access;
    private final Clock clock;

    CounselingNoteListResource(
            CounselingNotes notes,
            CounselingTexts texts,
            Episodes episodes,
            Attendances attendances,
            Access access,
            Clock clock) {
        this.notes = notes;
        this.texts = texts;
        this.episodes = episodes;
        this.attendances = attendances;
        this.access = access;
        this.clock = clock;
    }

    /** A counseling note as it is begun. */
    @Schema(name = "CounselingNoteForm")
    record CounselingNoteForm(
            @NotNull EpisodeId episode,

            @Schema(description = "which the author led and the patient was at; left out where it is about none")
            @Nullable
            SessionId session,

            @Schema(examples = "I hear how much of her anger is meant for her father, and how much of it reaches me.")
            @NotBlank
            @Size(max = 20_000)
            String text) {}

    @POST
    @Transactional
    @Operation(
            summary = "Begin a counseling note, kept apart from the record",
            description =
                    "For what was said and what the author makes of it. Times, treatment given, medication, results, diagnosis,"
                            + " symptoms, plan and progress belong into the session's note.")
    @APIResponseSchema(value = CounselingNoteLine.class, responseCode = "201")
    public RestResponse<CounselingNoteLine> write(PatientId patient, @NotNull @Valid CounselingNoteForm form) {
        access.to(patient, staff -> treated(patient, staff));
        var author = access.staff();
        var about = new CounselingNote.About(
                patient, theirs(patient, form.episode()), led(author, patient, form.session()));
        var id = new CounselingNoteId(Uuid7.next());
        var note = new CounselingNote(id, about, author, texts.seal(id, form.text()), clock.instant());
        notes.persistAndFlush(note);
        return Answers.created(
                note.line(), "counseling-notes/" + id, note.line().version());
    }

    @GET
    @Transactional
    @Operation(
            summary =
                    "List the counseling notes about a patient that the caller wrote or supervises, without their texts, newest last",
            description = "Others' are not among them.")
    public RestResponse<Page<CounselingNoteLine>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient, staff -> treated(patient, staff) || notes.anyAbout(patient, reader(staff)));
        var found = notes.about(patient, reader(access.staff()), page.after(), page.fetch());
        return Page.of(found, page, CounselingNote::line, CounselingNote::id, uri);
    }

    private EpisodeId theirs(PatientId patient, EpisodeId episode) {
        if (!episodes.has(patient, episode)) {
            throw CounselingNoteRule.WRITTEN_ABOUT_AN_EPISODE.because(
                    "Episode %s is none of this patient's that is known here.".formatted(episode));
        }
        return episode;
    }

    private @Nullable SessionId led(StaffId author, PatientId patient, @Nullable SessionId session) {
        if (session != null && !attendances.met(patient, author, session)) {
            throw CounselingNoteRule.ABOUT_A_SESSION_THAT_ITS_AUTHOR_LED.because(
                    "By the attendance known here, session %s is none of them.".formatted(session));
        }
        return session;
    }

    /** Also whoever treats the patient no more: they led a session that the patient was at, or wrote when they did treat them. */
    private boolean treated(PatientId patient, StaffId staff) {
        return attendances.met(patient, staff) || notes.anyAbout(patient, new Reader(staff, NOBODY));
    }

    /** Whoever is no supervisor any more reads no others' notes, whoever once named them. */
    private Reader reader(StaffId staff) {
        return new Reader(staff, access.reach().roles().contains(Role.SUPERVISOR) ? staff : NOBODY);
    }
}
