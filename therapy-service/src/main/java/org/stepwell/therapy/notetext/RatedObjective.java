package org.stepwell.therapy.notetext;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;

/** An objective that was touched in a session, and how it stands after it. */
@Schema(name = "RatedObjective")
public record RatedObjective(
        @NotNull ObjectiveId objective, @NotNull ObjectiveRating rating) {}
