package org.stepwell.therapy.note;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** A patient's chart: the signed notes, of which only this patient's parts are opened. */
@Path("patients/{patient}/notes")
class ChartResource {

    private final Notes notes;
    private final NoteTexts texts;
    private final Access access;

    ChartResource(Notes notes, NoteTexts texts, Access access) {
        this.notes = notes;
        this.texts = texts;
        this.access = access;
    }

    /** A session in the chart of one patient. */
    @Schema(name = "ChartNote")
    record ChartNote(
            NoteId note,
            SessionId session,
            EpisodeId episode,
            Modality modality,
            LocalDate date,
            Instant start,
            Instant end,
            int present,
            SharedText shared,
            NoteView.PartView part,
            StaffId signedBy,
            String credentials,
            List<NoteView.AddendumView> addenda) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read a patient's signed notes, newest last")
    public RestResponse<Page<ChartNote>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var parts = notes.signedPartsOf(patient, page.after(), page.fetch());
        var addenda = notes.addendaTo(
                parts.stream().map(part -> part.note().facts().id()).distinct().toList());
        return Page.of(parts, page, part -> show(part, addenda), NotePart::id, uri);
    }

    private ChartNote show(NotePart part, List<Addendum> all) {
        var note = part.note().facts();
        var signature = Objects.requireNonNull(note.signature());
        var content = part.content();
        var addenda = all.stream()
                .filter(one -> one.note().equals(note.id())
                        && (one.patient() == null || part.patient().equals(one.patient())))
                .map(one -> NoteView.AddendumView.of(one, texts.open(one)))
                .toList();
        return new ChartNote(
                note.id(),
                note.session(),
                part.episode(),
                note.header().modality(),
                note.header().date(),
                note.header().startsAt(),
                note.header().endsAt(),
                note.present(),
                texts.openShared(note.id(), Objects.requireNonNull(note.shared())),
                NoteView.PartView.of(part, content == null ? null : texts.open(note.id(), part.patient(), content)),
                signature.signedBy(),
                signature.credentials(),
                addenda);
    }
}
