package org.stepwell.therapy.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.therapy.modality.NeededCredentials.Needed;
import org.stepwell.therapy.plan.PlanContent.Intervention;

/**
 * Who may answer for what a plan says is done.
 *
 * @param credentials of those who work here, of all whom the plan names
 */
record Crew(Map<UUID, List<String>> credentials, Needed needed) {

    /** Whom an intervention should name instead; empty where whoever it names may answer for it. */
    Optional<String> lacks(Intervention intervention) {
        var modality = intervention.modality();
        var theirs = credentials.get(intervention.responsible());
        if (theirs == null) {
            return Optional.of("somebody who works here");
        }
        return needed.met(modality, theirs)
                ? Optional.empty()
                : Optional.of("somebody who is one of %s: %s asks for that, and theirs are %s"
                        .formatted(String.join(", ", needed.in(modality)), modality, String.join(", ", theirs)));
    }
}
