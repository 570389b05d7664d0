package org.stepwell.therapy.objective;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An objective that was touched in a session, and how it stands after it. */
@Schema(name = "RatedObjective")
public record RatedObjective(
        @NotNull ObjectiveId objective, @NotNull ObjectiveRating rating) {}
