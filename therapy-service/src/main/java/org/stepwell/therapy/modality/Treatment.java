package org.stepwell.therapy.modality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What a treatment is given for, what it teaches, and who may answer for it.
 *
 * @param units in the order in which they are taught
 * @param credentials any of which somebody needs who answers for it; none where anybody may
 */
record Treatment(Set<TreatmentGoal> serves, List<Unit> units, List<String> credentials) {

    /** Something that is taught, and the goals it is taught for. */
    record Unit(String title, Set<TreatmentGoal> serves) {
        Unit {
            title = title.strip();
            serves = inOrder(serves);
        }
    }

    Treatment {
        serves = inOrder(serves);
        if (serves.isEmpty()) {
            throw refusal(ModalityRule.TREATMENT_SERVES_A_GOAL, "/serves", "Name at least one of the eight goals.");
        }
        mustBeToldApart(units);
        mustServeNothingElse(units, serves);
    }

    /** As the eight are listed, whoever named them in which order. */
    private static Set<TreatmentGoal> inOrder(Collection<TreatmentGoal> some) {
        var goals = EnumSet.noneOf(TreatmentGoal.class);
        goals.addAll(some);
        return goals;
    }

    private static void mustBeToldApart(List<Unit> units) {
        var titles = new HashSet<String>();
        for (int i = 0; i < units.size(); i++) {
            var title = units.get(i).title();
            if (!titles.add(title)) {
                throw refusal(
                        ModalityRule.UNITS_HAVE_TITLES_OF_THEIR_OWN,
                        "/units/%d/title".formatted(i),
                        "Call it something else: there is one of this title before.");
            }
        }
    }

    private static void mustServeNothingElse(List<Unit> units, Set<TreatmentGoal> goals) {
        var wrong = new ArrayList<FieldError>();
        for (int i = 0; i < units.size(); i++) {
            var serves = units.get(i).serves();
            if (serves.isEmpty() || !goals.containsAll(serves)) {
                wrong.add(new FieldError("/units/%d/serves".formatted(i), "one or more of %s".formatted(goals)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    ModalityRule.UNITS_SERVE_WHAT_THEIR_TREATMENT_DOES,
                    "Correct %d of them, or add their goals to those of the treatment.".formatted(wrong.size()),
                    wrong);
        }
    }

    private static Refusal refusal(ModalityRule rule, String pointer, String advice) {
        return new Refusal(rule, advice, List.of(new FieldError(pointer, advice)));
    }
}
