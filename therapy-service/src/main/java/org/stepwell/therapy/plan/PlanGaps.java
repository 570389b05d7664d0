package org.stepwell.therapy.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.plan.PlanContent.Goal;
import org.stepwell.therapy.plan.PlanContent.Intervention;
import org.stepwell.therapy.plan.PlanContent.Objective;
import org.stepwell.therapy.plan.PlanContent.Problem;

/** What a draft still lacks for a signature, each with where it belongs. */
final class PlanGaps {

    private final PlanSoFar before;
    private final LocalDate today;
    private final Crew crew;
    private final List<FieldError> gaps = new ArrayList<>();

    private PlanGaps(PlanSoFar before, LocalDate today, Crew crew) {
        this.before = before;
        this.today = today;
        this.crew = crew;
    }

    /** @param before what a review goes by: it says how each objective came on, and loses none that is still open */
    static void mustBeNone(PlanContent plan, PlanSoFar before, LocalDate today, Crew crew) {
        var gaps = new PlanGaps(before, today, crew);
        gaps.needs(plan.problems(), "/problems", "a problem");
        gaps.needsAnOpenOne(plan);
        gaps.losesNone(plan);
        for (int i = 0; i < plan.problems().size(); i++) {
            gaps.of(plan.problems().get(i), "/problems/%d".formatted(i));
        }
        if (!gaps.gaps.isEmpty()) {
            throw PlanRule.PLAN_IS_COMPLETE.because(
                    "The draft lacks this much: %d. Write it, then sign.".formatted(gaps.gaps.size()), gaps.gaps);
        }
    }

    private void of(Problem problem, String at) {
        var diagnosis = problem.diagnosis();
        if (diagnosis != null && !before.diagnoses().contains(diagnosis)) {
            gaps.add(new FieldError(at + "/diagnosis", "one that the patient has: diagnose it first, or leave it out"));
        }
        var goals = problem.goals();
        needs(goals, at + "/goals", "a goal in the patient's words");
        for (int j = 0; j < goals.size(); j++) {
            of(goals.get(j), "%s/goals/%d".formatted(at, j));
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
        if (id != null && before.planned().contains(id)) {
            needs(objective.review(), at + "/review", "what the review found: why it is met, or not, or goes on");
            if (inForce(id).filter(last -> isRepeated(last, objective)).isPresent()) {
                gaps.add(new FieldError(
                        at + "/review", "what this review found: these are the words of the one before"));
            }
            if (objective.status() == ObjectiveStatus.NEW) {
                gaps.add(new FieldError(at + "/status", "how far it has come since: it is not new any more"));
            }
        }
    }

    private Optional<Objective> inForce(ObjectiveId id) {
        return before.inForce().stream().filter(one -> id.equals(one.id())).findFirst();
    }

    /** What was decided before and is decided still is not found anew. */
    private static boolean isRepeated(Objective last, Objective now) {
        boolean decided = !last.status().open() && !now.status().open();
        var words = now.review();
        return !decided
                && words != null
                && !words.isBlank()
                && last.review() != null
                && words.strip().equals(last.review().strip());
    }

    /** One that is left out would be neither met nor given up. */
    private void losesNone(PlanContent plan) {
        var named =
                plan.objectives().flatMap(one -> Stream.ofNullable(one.id())).collect(Collectors.toSet());
        before.inForce().stream()
                .filter(one -> one.status().open() && one.id() != null && !named.contains(one.id()))
                .forEach(one -> gaps.add(new FieldError(
                        "/problems",
                        "objective %s of the plan in force: carry it on, or say what became of it"
                                .formatted(one.id()))));
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
