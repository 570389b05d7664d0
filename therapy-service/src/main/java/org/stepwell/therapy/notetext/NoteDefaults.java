package org.stepwell.therapy.notetext;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.RatedObjective;

/** What holds for everybody who was there and of whom nothing else is said. A text of their own is nobody's default. */
@Schema(name = "NoteDefaults")
public record NoteDefaults(
        @Nullable Participation participation,

        @Schema(examples = "Attentive", description = "longer words are one patient's own") @Nullable @Size(max = 80)
        String response,

        @Schema(
                description =
                        "NONE_NOTED or nothing: a risk is noted of the patient who has it, with what was done about it")
        @Nullable
        RiskNoted risk,

        @Schema(description = "of each objective that was open on the day of the session, by the plan of each patient")
        @Nullable
        ObjectiveRating rating) {

    /** Refuses a risk of everybody at once: each would be asked a suicide screener for it. */
    public void mustNoteNoRisk() {
        if (risk != null && risk != RiskNoted.NONE_NOTED) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "Note %s in the part of each patient of whom it is true.".formatted(risk),
                    List.of(new FieldError("/defaults/risk", "NONE_NOTED, or nothing")));
        }
    }

    /** The objectives of a patient, all rated alike; nothing where that is not said. */
    @Nullable
    List<RatedObjective> rated(Collection<ObjectiveId> open) {
        return rating == null
                ? null
                : open.stream()
                        .sorted(Comparator.comparing(ObjectiveId::value))
                        .map(one -> new RatedObjective(one, rating))
                        .toList();
    }
}
