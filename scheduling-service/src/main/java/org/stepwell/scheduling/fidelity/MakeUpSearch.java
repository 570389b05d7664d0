package org.stepwell.scheduling.fidelity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.SessionId;

/**
 * Looks for the fewest sessions that give a week what it needs. Sessions of the same hours and kind count alike, so that
 * only some of each are tried; of two ways with as few sessions the one that is done sooner comes first.
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

    /**
     * @param weeks the week under each rule set under which it must have what it needs
     * @param allowed whether the payer's approval lets these sessions be used together
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
        var some = alikeAtMost(wanted, choices);
        for (int size = 1; size <= SESSIONS_MAX && found.size() < wanted; size++) {
            if (couldBeEnough(some, size)) {
                extend(List.of(), some, size);
            }
        }
        return found.stream().sorted(BEST_FIRST).limit(wanted).toList();
    }

    private void extend(List<Choice> way, List<Choice> left, int more) {
        if (wanted == 1 && !found.isEmpty()) {
            return; // whoever wants to know whether there is any does not ask for the best
        }
        if (more == 0) {
            if (needsAll(way) && restores(way) && allowed.test(way)) {
                found.add(way);
            }
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            var next = left.get(i);
            if (way.stream().noneMatch(next::overlaps)) {
                var longer = new ArrayList<>(way);
                longer.add(next);
                extend(List.copyOf(longer), left.subList(i + 1, left.size()), more - 1);
            }
        }
    }

    /** Whether nothing of it could be left out: shorter ways were looked for before. */
    private boolean needsAll(List<Choice> way) {
        return found.stream().noneMatch(way::containsAll);
    }

    private boolean restores(List<Choice> way) {
        return weeks.stream().allMatch(week -> week.with(way).missing().isEmpty());
    }

    /** A week as it would be with more sessions. */
    static WeekMeasure with(EpisodeWeek week, List<Choice> way) {
        return week.held().with(way);
    }

    /** Whether so many could be enough: most weeks that are lost are seen to be so here. */
    private boolean couldBeEnough(List<Choice> choices, int size) {
        return weeks.stream().allMatch(week -> week.couldBeEnough(choices, size));
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
