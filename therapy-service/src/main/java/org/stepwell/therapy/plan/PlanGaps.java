package org.stepwell.therapy.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.plan.PlanContent.Goal;
import org.stepwell.therapy.plan.PlanContent.Intervention;
import org.stepwell.therapy.plan.PlanContent.Objective;

/** What a draft still lacks for a signature, each with where it belongs. */
final class PlanGaps {

    private final Set<ObjectiveId> before;
    private final LocalDate today;
    private final Crew crew;
    private final List<FieldError> gaps = new ArrayList<>();

    private PlanGaps(Set<ObjectiveId> before, LocalDate today, Crew crew) {
        this.before = before;
        this.today = today;
        this.crew = crew;
    }

    /** @param before the objectives that stood in a version before: a review says how each of them came on */
    static void mustBeNone(PlanContent plan, Set<ObjectiveId> before, LocalDate today, Crew crew) {
        var gaps = new PlanGaps(before, today, crew);
        gaps.needs(plan.problems(), "/problems", "a problem");
        gaps.needsAnOpenOne(plan);
        for (int i = 0; i < plan.problems().size(); i++) {
            var at = "/problems/%d/goals".formatted(i);
            var goals = plan.problems().get(i).goals();
            gaps.needs(goals, at, "a goal in the patient's words");
            for (int j = 0; j < goals.size(); j++) {
                gaps.of(goals.get(j), "%s/%d".formatted(at, j));
            }
        }
        if (!gaps.gaps.isEmpty()) {
            throw PlanRule.PLAN_IS_COMPLETE.because(
                    "The draft lacks this much: %d. Write it, then sign.".formatted(gaps.gaps.size()), gaps.gaps);
        }
    }

    private void of(Goal goal, String at) {
        needs(
                goal.serves() == null ? List.of() : goal.serves(),
                at + "/serves",
                "one of the eight goals, which it serves");
        needs(goal.objectives(), at + "/objectives", "an objective that can be measured");
        needs(goal.interventions(), at + "/interventions", "what is done for it");
        for (int k = 0; k < goal.objectives().size(); k++) {
            of(goal.objectives().get(k), "%s/objectives/%d".formatted(at, k));
        }
        for (int k = 0; k < goal.interventions().size(); k++) {
            answered(goal.interventions().get(k), "%s/interventions/%d/responsible".formatted(at, k));
        }
    }

    private void answered(Intervention intervention, String pointer) {
        crew.lacks(intervention).ifPresent(what -> gaps.add(new FieldError(pointer, what)));
    }

    private void of(Objective objective, String at) {
        needs(objective.measure(), at + "/measure", "what is measured");
        needs(objective.baseline(), at + "/baseline", "where it stands now");
        needs(objective.target(), at + "/target", "where it should come to");
        var date = objective.targetDate();
        if (date == null || (objective.status().open() && date.isBefore(today))) {
            gaps.add(new FieldError(at + "/targetDate", "a day from %s on, while it is not reached".formatted(today)));
        }
        reviewed(objective, at);
    }

    private void reviewed(Objective objective, String at) {
        var id = objective.id();
        if (id != null && before.contains(id)) {
            needs(objective.review(), at + "/review", "what the review found: why it is met, or not, or goes on");
            if (objective.status() == ObjectiveStatus.NEW) {
                gaps.add(new FieldError(at + "/status", "how far it has come since: it is not new any more"));
            }
        }
    }

    /** Each session works on something, and its note says on what. */
    private void needsAnOpenOne(PlanContent plan) {
        var objectives = plan.objectives().toList();
        if (!objectives.isEmpty()
                && objectives.stream().noneMatch(one -> one.status().open())) {
            gaps.add(new FieldError("/problems", "an objective that is still open"));
        }
    }

    private void needs(List<?> some, String pointer, String what) {
        if (some.isEmpty()) {
            gaps.add(new FieldError(pointer, "at least " + what));
        }
    }

    private void needs(@Nullable String text, String pointer, String what) {
        if (text == null || text.isBlank()) {
            gaps.add(new FieldError(pointer, what));
        }
    }
}
