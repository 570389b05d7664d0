package org.stepwell.therapy.notetext;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * A group's note as it is written: the shared text, what holds for all who were there, and a part for each of whom more or something
 * else is said. Each part is looked at by itself.
 */
@Schema(name = "NoteForm")
public record NoteForm(
        @NotNull @Valid SharedText shared,
        @Nullable @Valid NoteDefaults defaults,
        @NotNull @Size(max = 100) List<@NotNull SentPart> parts) {

    /** Refuses parts of which nobody knows whose they are. */
    public void mustSayWhose() {
        var wrong = new ArrayList<FieldError>();
        var seen = new HashSet<PatientId>();
        for (int i = 0; i < parts.size(); i++) {
            var pointer = "/parts/%d/patient".formatted(i);
            var patient = parts.get(i).patient();
            if (patient == null) {
                wrong.add(new FieldError(pointer, "whom it is about"));
            } else if (!seen.add(patient)) {
                wrong.add(new FieldError(pointer, "stands in an earlier part already"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(HttpRule.INVALID_REQUEST, "Each patient has one part of a note.", wrong);
        }
    }

    /** The parts of those of whom nothing is said but what holds for all; none where nothing does. */
    public List<NotePartForm> ofOthers(Collection<PatientId> present, Linkable linkable) {
        if (defaults == null) {
            return List.of();
        }
        var said = parts.stream().map(SentPart::patient).collect(Collectors.toSet());
        return present.stream()
                .filter(patient -> !said.contains(patient))
                .map(patient -> NotePartForm.of(patient).with(defaults, linkable.of(patient)))
                .toList();
    }

    /** What goes into everybody's record, by its place in the request. */
    public Map<String, String> sharedTexts() {
        return Map.of(
                "/shared/topic", shared.topic(),
                "/shared/intervention", shared.intervention(),
                "/shared/text", shared.text());
    }
}
