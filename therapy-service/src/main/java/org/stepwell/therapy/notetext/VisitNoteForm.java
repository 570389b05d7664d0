package org.stepwell.therapy.notetext;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.objective.RatedObjective;

/** The note of a visit as it is written: a format, and what its sections say; any of them may wait until the note is signed. */
@Schema(name = "VisitNoteForm")
public record VisitNoteForm(
        @NotNull PatientId patient,
        @NotNull NoteFormat format,
        @NotNull @Size(max = 4) List<@NotNull @Valid SectionText> sections,
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

    /** The objectives that were touched. */
    public List<RatedObjective> rated() {
        return Objects.requireNonNullElse(objectives, List.of());
    }

    /** As it is kept: the sections in the order of the format. */
    public PartContent content() {
        mustBeOfItsFormat();
        var inOrder = sections.stream()
                .sorted(Comparator.comparingInt(one -> format.sections().indexOf(one.section())))
                .toList();
        return new PartContent(new PartText(null, null, null, format, inOrder, risk, riskText, nextSession), rated());
    }

    private void mustBeOfItsFormat() {
        var wrong = new ArrayList<FieldError>();
        var seen = new HashSet<NoteSection>();
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i).section();
            if (!format.sections().contains(section) || !seen.add(section)) {
                wrong.add(new FieldError(
                        "/sections/%d/section".formatted(i), "each of %s once".formatted(format.sections())));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST, "%s has these sections: %s.".formatted(format, format.sections()), wrong);
        }
    }
}
