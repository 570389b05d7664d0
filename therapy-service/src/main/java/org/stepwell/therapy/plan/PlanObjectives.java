package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.Objectives;

/** Gives each objective of a draft its id, which stays the same through versions, and lets those of a plan hold. */
@Singleton
class PlanObjectives {

    private final Objectives objectives;

    PlanObjectives(Objectives objectives) {
        this.objectives = objectives;
    }

    /**
     * The same content with an id for each objective; refused where one is named that stood in no plan of the episode.
     *
     * @param before the draft as it was, if there was one
     */
    PlanContent identified(EpisodeId episode, PlanContent content, Optional<PlanContent> before) {
        var known = Stream.concat(
                        objectives.planned(episode).stream(), before.stream().flatMap(PlanObjectives::idsOf))
                .collect(Collectors.toSet());
        mustBe(known, content);
        return content.with(one -> one.id() == null ? one.with(new ObjectiveId(Uuid7.next())) : one);
    }

    /** Those that ever stood in a plan of an episode. */
    Set<ObjectiveId> planned(EpisodeId episode) {
        return objectives.planned(episode);
    }

    /** From a day on this version holds, with these objectives, which notes can name from then on. */
    void hold(EpisodeId episode, int version, PlanContent content, LocalDate from) {
        var all = new LinkedHashMap<ObjectiveId, Objectives.Planned>();
        content.goals()
                .forEach(goal -> goal.objectives().stream()
                        .filter(one -> one.id() != null)
                        .forEach(one -> all.put(
                                Objects.requireNonNull(one.id()),
                                new Objectives.Planned(one.status(), goal.served()))));
        objectives.hold(episode, version, all, from);
    }

    private static Stream<ObjectiveId> idsOf(PlanContent content) {
        return content.objectives().flatMap(one -> Stream.ofNullable(one.id()));
    }

    private static void mustBe(Set<ObjectiveId> known, PlanContent content) {
        var wrong = new ArrayList<FieldError>();
        var seen = new HashSet<ObjectiveId>();
        for (int i = 0; i < content.problems().size(); i++) {
            var goals = content.problems().get(i).goals();
            for (int j = 0; j < goals.size(); j++) {
                var all = goals.get(j).objectives();
                for (int k = 0; k < all.size(); k++) {
                    var id = all.get(k).id();
                    var at = "/problems/%d/goals/%d/objectives/%d/id".formatted(i, j, k);
                    if (id != null && !known.contains(id)) {
                        wrong.add(
                                new FieldError(at, "none of this episode's plans has it; leave it out for a new one"));
                    } else if (id != null && !seen.add(id)) {
                        wrong.add(new FieldError(at, "stands in the plan once; leave it out for another objective"));
                    }
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw PlanRule.OBJECTIVE_IS_OF_THE_EPISODE.because(
                    "Send back the ids as they were read, each once, and none for a new objective.", wrong);
        }
    }
}
