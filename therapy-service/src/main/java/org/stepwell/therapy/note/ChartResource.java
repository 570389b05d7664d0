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
import org.jspecify.annotations.Nullable;
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
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.SharedText;

/** A patient's chart: the signed notes, of which only this patient's parts are opened. */
@Path("patients/{patient}/notes")
class ChartResource {

    private final Notes notes;
    private final NoteContents contents;
    private final NoteTexts texts;
    private final NoteViews views;
    private final Reasons reasons;
    private final Access access;

    ChartResource(
            Notes notes, NoteContents contents, NoteTexts texts, NoteViews views, Reasons reasons, Access access) {
        this.notes = notes;
        this.contents = contents;
        this.texts = texts;
        this.views = views;
        this.reasons = reasons;
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
            @Nullable SharedText shared,
            NoteView.PartView part,
            StaffId signedBy,
            String credentials,
            NoteView.@Nullable CosignatureView cosignature,

            @Schema(description = "who struck it as entered in error, and why; missing where it stands")
            NoteView.@Nullable ReasonView struck,

            List<NoteView.AddendumView> addenda) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read a patient's signed notes, newest first",
            description = "What was struck as entered in error is among them, and says so.")
    public RestResponse<Page<ChartNote>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var parts = notes.signedPartsOf(patient, page.after(), page.fetch());
        var ids =
                parts.stream().map(part -> part.note().facts().id()).distinct().toList();
        var opened = contents.parts(parts);
        var addenda = notes.addendaTo(ids);
        var why = reasons.of(ids);
        return Page.of(
                parts,
                page,
                part -> show(part, Objects.requireNonNull(opened.get(part)), addenda, why),
                NotePart::id,
                uri);
    }

    private ChartNote show(NotePart part, PartContent content, List<Addendum> all, List<Reasons.Reason> why) {
        var note = part.note().facts();
        var signature = Objects.requireNonNull(note.signature());
        var cosignature = note.cosignature();
        var addenda = all.stream()
                .filter(one -> one.note().equals(note.id())
                        && (one.patient() == null || part.patient().equals(one.patient())))
                .map(views::show)
                .toList();
        var struck = why.stream()
                .filter(one -> one.note().equals(note.id()) && one.struck(part.patient()))
                .findFirst();
        return new ChartNote(
                note.id(),
                note.session(),
                part.episode(),
                note.header().modality(),
                note.header().date(),
                note.header().startsAt(),
                note.header().endsAt(),
                note.present(),
                note.shared() == null ? null : texts.openShared(note.id(), note.shared()),
                NoteView.PartView.of(part, content),
                signature.signedBy(),
                signature.credentials(),
                cosignature == null ? null : NoteView.CosignatureView.of(cosignature),
                struck.map(views::show).orElse(null),
                addenda);
    }
}
