package org.stepwell.scheduling.fidelity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.SessionId;

/**
 * Looks for the fewest sessions that give a week what it needs. Kinds of sessions are tried, and not sessions: a clinic
 * has many of these and few of those. Of two ways with as few sessions the one that is done sooner comes first.
 */
final class MakeUpSearch {

    /** Somebody who needs more than that in one week is placed anew, and not made up for. */
    private static final int SESSIONS_MAX = 3;

    private static final Comparator<List<Choice>> BEST_FIRST = Comparator.<List<Choice>>comparingInt(List::size)
            .thenComparingLong(
                    way -> way.stream().filter(choice -> !choice.ownTrack()).count())
            .thenComparing(way -> way.getLast().endsAt())
            .thenComparing(way -> way.getFirst().startsAt())
            .thenComparing(way -> way.getFirst().session().value());

    private final List<HeldWeek> weeks;
    private final Predicate<List<Choice>> allowed;
    private final List<List<Choice>> found = new ArrayList<>();
    private final int wanted;

    /** Whoever needs fewer sessions needs no more besides. */
    private List<List<Choice>> shorter = List.of();

    /**
     * @param weeks the week under each rule set under which it must have what it needs
     * @param allowed whether the payer's approval lets sessions of these days, lengths and treatments be used together
     * @param wanted how many ways are looked for
     */
    MakeUpSearch(List<HeldWeek> weeks, Predicate<List<Choice>> allowed, int wanted) {
        this.weeks = weeks;
        this.allowed = allowed;
        this.wanted = wanted;
    }

    /** A session with a place that a patient could use. */
    record Choice(
            SessionId session,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            int minutes,
            Modality modality,
            boolean inGroup,
            boolean ownTrack) {

        boolean overlaps(Choice other) {
            return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
        }

        Treatment treatment() {
            return new Treatment(day, minutes, inGroup);
        }
    }

    /** Ways to make up for what is missing, the best first; none where nothing does. */
    List<List<Choice>> ways(List<Choice> choices) {
        if (fewest(choices) > SESSIONS_MAX) {
            return List.of(); // as most weeks that are lost are: nothing is put in order for them
        }
        var some = alikeAtMost(wanted, choices);
        var kinds = kinds(some);
        for (int size = fewest(some); size <= SESSIONS_MAX && found.size() < wanted; size++) {
            shorter = List.copyOf(found);
            choose(kinds, 0, List.of(), size);
        }
        return found.stream().sorted(BEST_FIRST).limit(wanted).toList();
    }

    private int fewest(List<Choice> choices) {
        int fewest = 1;
        for (var week : weeks) {
            fewest = Math.max(fewest, week.fewest(choices, SESSIONS_MAX));
        }
        return fewest;
    }

    /** Sessions of one day, length and treatment: for what a week has, and for what a payer approved, one is as good as another. */
    private static List<List<Choice>> kinds(List<Choice> choices) {
        record Kind(LocalDate day, int minutes, Modality modality, boolean inGroup) {}
        return List.copyOf(choices.stream()
                .collect(Collectors.groupingBy(
                        one -> new Kind(one.day(), one.minutes(), one.modality(), one.inGroup()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    /** Whether kinds would do is asked once; only of those that would are sessions looked for that are not at the same time. */
    private void choose(List<List<Choice>> kinds, int from, List<List<Choice>> chosen, int more) {
        if (isDone()) {
            return;
        }
        if (more == 0) {
            var any = chosen.stream().map(List::getFirst).toList();
            if (weeks.stream().allMatch(week -> week.isMetWith(any)) && allowed.test(any)) {
                realize(chosen, List.of());
            }
            return;
        }
        for (int i = from; i < kinds.size(); i++) {
            choose(kinds, i, and(chosen, kinds.get(i)), more - 1);
        }
    }

    private void realize(List<List<Choice>> kinds, List<Choice> way) {
        if (isDone()) {
            return;
        }
        if (way.size() == kinds.size()) {
            if (shorter.stream().noneMatch(way::containsAll)) {
                found.add(way);
            }
            return;
        }
        var kind = kinds.get(way.size());
        boolean again = !way.isEmpty() && kind.equals(kinds.get(way.size() - 1));
        for (int i = again ? kind.indexOf(way.getLast()) + 1 : 0; i < kind.size(); i++) {
            var next = kind.get(i);
            if (way.stream().noneMatch(next::overlaps)) {
                realize(kinds, and(way, next));
            }
        }
    }

    /** Whoever wants to know whether there is any does not ask for the best. */
    private boolean isDone() {
        return wanted == 1 && !found.isEmpty();
    }

    private static <T> List<T> and(List<T> some, T one) {
        var more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }

    /** Of sessions at the same hours one is as good as the other; those of another hour may be used besides. */
    private static List<Choice> alikeAtMost(int count, List<Choice> choices) {
        record Alike(Instant startsAt, Instant endsAt, Modality modality, boolean inGroup) {}
        var seen = new HashMap<Alike, Integer>();
        return choices.stream()
                .sorted(Comparator.comparing(Choice::startsAt)
                        .thenComparing(choice -> !choice.ownTrack())
                        .thenComparing(choice -> choice.session().value()))
                .filter(choice -> seen.merge(
                                new Alike(choice.startsAt(), choice.endsAt(), choice.modality(), choice.inGroup()),
                                1,
                                Integer::sum)
                        <= count)
                .toList();
    }
}
