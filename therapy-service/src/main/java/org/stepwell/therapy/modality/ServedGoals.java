package org.stepwell.therapy.modality;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.therapy.modality.Treatments.Here;

/** Which of the eight goals each treatment is given for in the clinic at work. */
@Singleton
public class ServedGoals {

    private final Treatments treatments;

    ServedGoals(Treatments treatments) {
        this.treatments = treatments;
    }

    /** Of every treatment, at least one each; one statement. */
    public Map<Modality, Set<TreatmentGoal>> byModality() {
        return treatments.withoutUnits().stream()
                .collect(Collectors.toMap(
                        Here::modality, here -> Set.copyOf(here.treatment().serves())));
    }
}
