package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStanding;
import org.stepwell.therapy.objective.OpenObjective;

/** What objectives say, opened from the plans that hold or have held, for whoever may read those of the patient. */
@Singleton
public class ObjectivesSaid {

    private final Plans plans;
    private final PlanTexts texts;

    ObjectivesSaid(Plans plans, PlanTexts texts) {
        this.plans = plans;
        this.texts = texts;
    }

    /** Of objectives that were open on a day, as the version by which they were says them. */
    public Map<ObjectiveId, ObjectiveWords> of(Collection<OpenObjective> some) {
        var said = new HashMap<ObjectiveId, ObjectiveWords>();
        some.stream()
                .filter(one -> one.interim() != null)
                .forEach(one -> said.put(one.objective(), ObjectiveWords.of(Objects.requireNonNull(one.interim()))));
        var versions = some.stream()
                .filter(one -> one.interim() == null)
                .map(one -> new Plans.Version(one.episode(), one.version()))
                .collect(Collectors.toSet());
        plans.thatHeld(versions).forEach(plan -> add(said, plan));
        return said;
    }

    /** Of all objectives of an episode, as the last version that has each of them says it. */
    public Map<ObjectiveId, ObjectiveWords> of(EpisodeId episode, Collection<ObjectiveStanding> all) {
        return of(all.stream()
                .map(one -> new OpenObjective(one.objective(), episode, one.version(), one.interim()))
                .toList());
    }

    private void add(Map<ObjectiveId, ObjectiveWords> said, Plan plan) {
        texts.open(plan)
                .objectives()
                .filter(one -> one.id() != null)
                .forEach(one -> said.put(Objects.requireNonNull(one.id()), ObjectiveWords.of(one)));
    }
}
