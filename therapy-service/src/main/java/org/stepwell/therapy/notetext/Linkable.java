package org.stepwell.therapy.notetext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.RatedObjective;

/** Which objectives the part of each patient may link: those of their episode that were open on the day of the session. */
public record Linkable(Map<PatientId, Set<ObjectiveId>> objectives) {

    /** Those of a patient. */
    public Set<ObjectiveId> of(PatientId patient) {
        return objectives.getOrDefault(patient, Set.of());
    }

    /** What is wrong with what a patient's part links, by its place below {@code at}. */
    public List<FieldError> wrong(PatientId patient, List<RatedObjective> rated, String at) {
        var open = of(patient);
        var wrong = new ArrayList<FieldError>();
        var seen = new HashSet<ObjectiveId>();
        for (int i = 0; i < rated.size(); i++) {
            var objective = rated.get(i).objective();
            var pointer = "%s/%d/objective".formatted(at, i);
            if (!open.contains(objective)) {
                wrong.add(new FieldError(
                        pointer,
                        "an objective of this patient's that was open on that day, as openObjectives lists them"));
            } else if (!seen.add(objective)) {
                wrong.add(new FieldError(pointer, "each objective once"));
            }
        }
        return wrong;
    }
}
