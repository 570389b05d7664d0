package org.stepwell.therapy.notetext;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.objective.RatedObjective;

/** A group's note as it is written: the shared text, and a part for each patient who was present. Each part is looked at by itself. */
@Schema(name = "NoteForm")
public record NoteForm(
        @NotNull @Valid SharedText shared,
        @NotNull @Size(max = 100) List<@NotNull Part> parts) {

    /** One patient's part; the text may be empty, and much missing, until the note is signed. */
    @Schema(name = "NotePartForm")
    public record Part(
            @NotNull PatientId patient,
            @NotNull Participation participation,

            @Schema(examples = "Thoughtful, spoke twice") @NotNull @Size(max = 2_000)
            String response,

            @Schema(examples = "Named the walk home past the bar as a trigger and rehearsed the other way.")
            @NotNull
            @Size(max = 8_000)
            String text,

            @Nullable RiskNoted risk,

            @Schema(
                    examples = "Said that weekends frighten her; agreed whom to call.",
                    description = "what the risk was, and what was done; needed for anything but NONE_NOTED")
            @Nullable
            @Size(max = 2_000)
            String riskText,

            @Nullable @Size(max = 20) List<@NotNull @Valid RatedObjective> objectives,

            @Schema(examples = "Bring the list of people to call") @Nullable @Size(max = 2_000)
            String nextSession) {

        /** As it is kept. */
        public PartContent content() {
            return new PartContent(
                    new PartText(participation, response, text, null, List.of(), risk, riskText, nextSession), rated());
        }

        /** The objectives that were touched. */
        public List<RatedObjective> rated() {
            return Objects.requireNonNullElse(objectives, List.of());
        }
    }

    /** Refuses parts of which nobody knows whose they are. */
    public void mustSayWhose() {
        var wrong = new ArrayList<FieldError>();
        var seen = new HashSet<PatientId>();
        for (int i = 0; i < parts.size(); i++) {
            var pointer = "/parts/%d/patient".formatted(i);
            if (parts.get(i).patient() == null) {
                wrong.add(new FieldError(pointer, "whom it is about"));
            } else if (!seen.add(parts.get(i).patient())) {
                wrong.add(new FieldError(pointer, "stands in an earlier part already"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(HttpRule.INVALID_REQUEST, "Each patient has one part of a note.", wrong);
        }
    }

    /** What goes into everybody's record, by its place in the request. */
    public Map<String, String> sharedTexts() {
        return Map.of(
                "/shared/topic", shared.topic(),
                "/shared/intervention", shared.intervention(),
                "/shared/text", shared.text());
    }
}
