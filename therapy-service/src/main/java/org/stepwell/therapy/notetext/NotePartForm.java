package org.stepwell.therapy.notetext;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.RatedObjective;

/** One patient's part of a group's note; the text may be empty, and much missing, until the note is signed. */
@Schema(name = "NotePartForm")
public record NotePartForm(
        @NotNull PatientId patient,

        @Schema(description = "needed where `defaults` do not say it") @Nullable
        Participation participation,

        @Schema(examples = "Thoughtful, spoke twice", description = "needed where `defaults` do not say it")
        @Nullable
        @Size(max = 2_000)
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

    /** Of somebody of whom nothing is said. */
    static NotePartForm of(PatientId patient) {
        return new NotePartForm(patient, null, null, "", null, null, null, null);
    }

    /**
     * With what is said of all who were there, wherever nothing else is said of this patient. That no risk was noted is not said
     * of somebody whose risk is described: which one it is, is missing then.
     *
     * @param open their objectives
     */
    public NotePartForm with(@Nullable NoteDefaults defaults, Collection<ObjectiveId> open) {
        return defaults == null
                ? this
                : new NotePartForm(
                        patient,
                        participation == null ? defaults.participation() : participation,
                        response == null ? defaults.response() : response,
                        text,
                        risk == null && !describesRisk() ? defaults.risk() : risk,
                        riskText,
                        objectives == null ? defaults.rated(open) : objectives,
                        nextSession);
    }

    private boolean describesRisk() {
        return riskText != null && !riskText.isBlank();
    }

    /** What has to be said of everybody who was there, and is not. */
    public List<FieldError> missing() {
        var missing = new ArrayList<FieldError>();
        if (participation == null) {
            missing.add(new FieldError("/participation", "how much they took part, here or in `defaults`"));
        }
        if (response == null) {
            missing.add(new FieldError("/response", "how they responded, here or in `defaults`"));
        }
        return missing;
    }

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
