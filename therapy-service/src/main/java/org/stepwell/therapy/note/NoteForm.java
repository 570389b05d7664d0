package org.stepwell.therapy.note;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** A note as it is written: the shared text, and a part for each patient who was present. */
@Schema(name = "NoteForm")
record NoteForm(
        @NotNull @Valid SharedText shared,
        @NotNull @Size(max = 100) List<@NotNull @Valid Part> parts) {

    /** One patient's part; the text may be empty until the note is signed. */
    @Schema(name = "NotePartForm")
    record Part(
            @NotNull PatientId patient,
            @NotNull Participation participation,

            @Schema(examples = "Thoughtful, spoke twice") @NotNull @Size(max = 2_000)
            String response,

            @Schema(examples = "Named the walk home past the bar as a trigger and rehearsed the other way.")
            @NotNull
            @Size(max = 8_000)
            String text,

            @Schema(examples = "Bring the list of people to call") @Nullable @Size(max = 2_000)
            String nextSession) {}

    Map<PatientId, IndividualText> texts() {
        var texts = new LinkedHashMap<PatientId, IndividualText>();
        IntStream.range(0, parts.size()).forEach(i -> {
            var part = parts.get(i);
            var text = new IndividualText(part.participation(), part.response(), part.text(), part.nextSession());
            if (texts.put(part.patient(), text) != null) {
                throw new Refusal(
                        HttpRule.INVALID_REQUEST,
                        "Each patient has one part of a note.",
                        List.of(new FieldError("/parts/%d/patient".formatted(i), "stands in an earlier part already")));
            }
        });
        return texts;
    }

    /** What goes into everybody's record, by its place in the request. */
    Map<String, String> sharedTexts() {
        return Map.of(
                "/shared/topic", shared.topic(),
                "/shared/intervention", shared.intervention(),
                "/shared/text", shared.text());
    }
}
