package org.stepwell.scheduling.fidelity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/**
 * What makes up for what a week lacks: under all of its rule sets at once where anything does, and else under each that can be
 * helped, the program's first, without taking from another one what it has.
 *
 * @param ways the best first
 * @param restorable under which rule sets any of them gives the week what it needs
 * @param forAll whether each of them does so under all rule sets at once
 */
record RestoringWays(List<List<Choice>> ways, Set<RulesOf> restorable, boolean forAll) {

    static RestoringWays of(
            List<EpisodeWeek> weeks, List<Choice> choices, Predicate<List<Choice>> allowed, int wanted) {
        var lacking = weeks.stream().filter(EpisodeWeek::lacks).toList();
        if (lacking.isEmpty()) {
            return new RestoringWays(List.of(), Set.of(), false);
        }
        var whole = weeks.stream()
                .filter(week ->
                        week.facts().applicable() && week.measure().missing().isEmpty())
                .toList();
        var restorable = EnumSet.noneOf(RulesOf.class);
        var ways = new ArrayList<>(search(lacking, whole, allowed, wanted).ways(choices));
        boolean forAll = !ways.isEmpty();
        if (forAll) {
            lacking.forEach(week -> restorable.add(week.rulesOf()));
        } else if (lacking.size() > 1) {
            for (var week : lacking) {
                var some = search(List.of(week), whole, allowed, wanted).ways(choices);
                if (!some.isEmpty()) {
                    restorable.add(week.rulesOf());
                }
                ways.addAll(some);
            }
        }
        return new RestoringWays(ways.stream().limit(wanted).toList(), restorable, forAll);
    }

    private static MakeUpSearch search(
            List<EpisodeWeek> restored, List<EpisodeWeek> whole, Predicate<List<Choice>> allowed, int wanted) {
        var held = new ArrayList<HeldWeek>();
        restored.forEach(week -> held.add(week.held()));
        whole.forEach(week -> held.add(week.held()));
        return new MakeUpSearch(held, allowed, wanted);
    }
}
