package org.stepwell.therapy.notetext;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.RatedObjective;

/** What holds for everybody who was there and of whom nothing else is said. A text of their own is nobody's default. */
@Schema(name = "NoteDefaults")
public record NoteDefaults(
        @Nullable Participation participation,

        @Schema(examples = "Attentive") @Nullable @Size(max = 2_000)
        String response,

        @Nullable RiskNoted risk,

        @Schema(description = "of each objective that was open on the day of the session, by the plan of each patient")
        @Nullable
        ObjectiveRating rating) {

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
