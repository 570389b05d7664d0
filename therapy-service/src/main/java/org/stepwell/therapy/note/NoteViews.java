package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.note.NoteView.AddendumView;
import org.stepwell.therapy.note.NoteView.CosignatureView;
import org.stepwell.therapy.note.NoteView.DoubtView;
import org.stepwell.therapy.note.NoteView.NoteRef;
import org.stepwell.therapy.note.NoteView.OpenObjectiveView;
import org.stepwell.therapy.note.NoteView.PartView;
import org.stepwell.therapy.note.NoteView.ReasonView;
import org.stepwell.therapy.note.NoteView.SignatureView;
import org.stepwell.therapy.notetext.MemberNames;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.objective.OpenObjective;
import org.stepwell.therapy.plan.ObjectivesSaid;

/** Opens all of a note: for those who wrote it and those who supervise them. */
@Singleton
class NoteViews {

    private final Notes notes;
    private final NoteContents contents;
    private final NoteTexts texts;
    private final SessionMembers members;
    private final Reasons reasons;
    private final ObjectivesSaid said;

    NoteViews(
            Notes notes,
            NoteContents contents,
            NoteTexts texts,
            SessionMembers members,
            Reasons reasons,
            ObjectivesSaid said) {
        this.notes = notes;
        this.contents = contents;
        this.texts = texts;
        this.members = members;
        this.reasons = reasons;
        this.said = said;
    }

    /** The note as it is now, with its version. */
    RestResponse<NoteView> answer(Note note) {
        notes.flush();
        return Answers.versioned(show(note), note.facts().version());
    }

    NoteView show(Note note) {
        return show(note, note.facts().signature() == null ? members.of(note) : MemberNames.NONE);
    }

    /** The same, where it is known already what the members are called. */
    NoteView show(Note note, MemberNames names) {
        notes.flush();
        var facts = note.facts();
        var header = facts.header();
        var content = contents.of(note);
        var signature = facts.signature();
        var cosignature = facts.cosignature();
        var only = List.of(facts.id());
        return new NoteView(
                facts.id(),
                facts.session(),
                facts.status(),
                facts.ofGroup(),
                header.modality(),
                header.date(),
                header.startsAt(),
                header.endsAt(),
                facts.present(),
                facts.dueAt(),
                facts.overdueAt(),
                facts.changedAt(),
                content.shared(),
                NoteContents.shown(note).stream()
                        .map(part -> PartView.of(part, content.of(part.patient())))
                        .toList(),
                signature == null ? null : SignatureView.of(signature, note.holds(content)),
                cosignature == null ? null : CosignatureView.of(cosignature),
                notes.addendaTo(only).stream().map(this::show).toList(),
                reasons.of(only).stream().map(this::show).toList(),
                signature == null ? doubted(note, content, names) : List.of(),
                signature == null ? openObjectives(note) : List.of(),
                notes.of(facts.session()).all().stream()
                        .filter(other -> !other.facts().id().equals(facts.id()))
                        .map(other ->
                                new NoteRef(other.facts().id(), other.facts().status()))
                        .toList(),
                facts.version());
    }

    AddendumView show(Addendum one) {
        return AddendumView.of(one, texts.open(one.note(), one.name(), one.sealed()));
    }

    ReasonView show(Reasons.Reason one) {
        return ReasonView.of(one, reasons.open(one));
    }

    private List<DoubtView> doubted(Note note, NoteContent content, MemberNames names) {
        return Doubts.in(content, contents.besides(note), names).entrySet().stream()
                .map(one -> new DoubtView(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> one.patient().value()))
                .toList();
    }

    private List<OpenObjectiveView> openObjectives(Note note) {
        var open = contents.open(note);
        var words = said.of(open);
        var ofEpisodes = open.stream().collect(Collectors.groupingBy(OpenObjective::episode));
        return NoteContents.shown(note).stream()
                .flatMap(part -> ofEpisodes.getOrDefault(part.episode(), List.of()).stream()
                        .map(one -> {
                            var its = words.get(one.objective());
                            return new OpenObjectiveView(
                                    part.patient(),
                                    one.objective(),
                                    its == null ? null : its.measure(),
                                    its == null ? null : its.target());
                        }))
                .toList();
    }
}
