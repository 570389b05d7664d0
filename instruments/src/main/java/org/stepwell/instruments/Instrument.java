package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire, in one version and language, with everything needed to ask, score and cite it.
 *
 * @param question what is asked of every item
 * @param loinc the code of the panel
 * @param answers the answer sets, by the name the items use
 * @param total null where the instrument knows only subscales
 * @param change null where nobody agreed on what a change means
 */
public record Instrument(
        String code,
        String version,
        String language,
        String title,
        String question,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        Licence licence,
        Map<String, List<Answer>> answers,
        List<Item> items,
        @JsonSetter(nulls = Nulls.SET) @Nullable Scale total,
        List<Scale> subscales,
        List<AlertRule> alerts,
        @JsonSetter(nulls = Nulls.SET) @Nullable ChangeRule change) {

    /** Scores answers by item number; an item that was not answered is left out. Refuses with {@link BadAnswer}. */
    public Score score(Map<Integer, Integer> answersByItem) {
        answersByItem.forEach(this::check);
        var points = new HashMap<Integer, Integer>();
        for (Item item : items) {
            Integer value = answersByItem.get(item.number());
            if (value != null && item.scored()) {
                points.put(item.number(), points(item, value));
            }
        }
        var missing = items.stream()
                .filter(item -> item.scored() && !points.containsKey(item.number()))
                .map(Item::number)
                .toList();
        var sum = total == null ? null : total.score(points);
        return new Score(
                sum == null ? null : sum.points(),
                sum == null ? null : sum.band(),
                sum != null && sum.prorated(),
                points.size(),
                missing,
                alerts(answersByItem),
                subscales.stream().map(scale -> scale.score(points)).toList());
    }

    /** What lies between two totals of this instrument; empty where nobody agreed on what a change means. */
    public Optional<Change> change(int before, int after) {
        return Optional.ofNullable(change).map(rule -> rule.between(before, after));
    }

    /** The answers a person can choose from for an item. */
    public List<Answer> answersTo(Item item) {
        var offered = answers.get(item.answers());
        if (offered == null) {
            throw new IllegalArgumentException(
                    "%s has no answer set named %s; ask with an item of its own".formatted(code, item.answers()));
        }
        return offered;
    }

    int lowest(Item item) {
        return answersTo(item).stream().mapToInt(Answer::value).min().orElseThrow();
    }

    int highest(Item item) {
        return answersTo(item).stream().mapToInt(Answer::value).max().orElseThrow();
    }

    private int points(Item item, int value) {
        return item.reversed() ? lowest(item) + highest(item) - value : value;
    }

    private List<Alert> alerts(Map<Integer, Integer> answersByItem) {
        var raised = new ArrayList<Alert>();
        for (AlertRule rule : alerts) {
            Integer value = answersByItem.get(rule.item());
            if (value != null && value >= rule.atLeast()) {
                raised.add(new Alert(rule.code(), rule.item(), value, rule.action()));
            }
        }
        return List.copyOf(raised);
    }

    private void check(int number, @Nullable Integer value) {
        Item item = items.stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(() -> new BadAnswer(
                        number, "%s has no item %d; send items 1 to %d only.".formatted(code, number, items.size())));
        // JSON can bring a null where the type says there is none.
        if (value == null) {
            throw new BadAnswer(
                    number, "Item %d of %s is null; leave out an item that was not answered.".formatted(number, code));
        }
        if (answersTo(item).stream().noneMatch(answer -> answer.value() == value)) {
            var values = answersTo(item).stream()
                    .map(answer -> String.valueOf(answer.value()))
                    .collect(Collectors.joining(", "));
            throw new BadAnswer(
                    number,
                    "Item %d of %s takes one of %s, not %d; send the value of the answer that was chosen, or leave the item out."
                            .formatted(number, code, values, value));
        }
    }
}
