package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire, in one version and language, with everything needed to ask, score and cite it.
 *
 * @param question what is asked of every item
 * @param loinc the code of the panel
 * @param whole whether it says nothing, and is not taken, while an answer is missing
 * @param groups of people for whom the same total means different things; who takes it says which applies
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
        boolean whole,
        List<String> groups,
        Map<String, AnswerSet> answers,
        List<Item> items,
        @JsonSetter(nulls = Nulls.SET) @Nullable Scale total,
        List<Scale> subscales,
        List<AlertRule> alerts,
        @JsonSetter(nulls = Nulls.SET) @Nullable ChangeRule change) {

    /** Scores answers for nobody's group in particular; see {@link #score(Map, String)}. */
    public Score score(Map<String, Integer> answersByItem) {
        return score(answersByItem, null);
    }

    /**
     * Scores answers by the label of their item; an item that was not answered is left out.
     *
     * @param group one of {@link #groups}, or null: then no finding is made of a total that needs one
     * @throws BadAnswer where an answer is none of the item's, or contradicts another
     */
    public Score score(Map<String, Integer> answersByItem, @Nullable String group) {
        var sheet = new Sheet(this, answersByItem);
        sheet.check();
        var points = sheet.points();
        var missing = items.stream()
                .filter(item -> item.scored() && !points.containsKey(item.label()))
                .map(Item::label)
                .toList();
        if (whole && !missing.isEmpty()) {
            throw new BadAnswer(
                    missing.getFirst(), "%s is taken whole; ask %s too.".formatted(code, String.join(", ", missing)));
        }
        var sum = total == null ? null : total.score(points, group);
        return new Score(
                sum == null ? null : sum.points(),
                sum == null ? null : sum.finding(),
                sum != null && sum.prorated(),
                sheet.answered(),
                missing,
                alerts(points, answersByItem),
                subscales.stream().map(scale -> scale.score(points, group)).toList());
    }

    /** What lies between two totals of this instrument; empty where nobody agreed on what a change means. */
    public Optional<Change> change(int before, int after) {
        return Optional.ofNullable(change).map(rule -> rule.between(before, after));
    }

    /** What an item may be answered with. */
    public AnswerSet answersTo(Item item) {
        var offered = answers.get(item.answers());
        if (offered == null) {
            throw new IllegalArgumentException(
                    "%s has no answer set named %s; ask with an item of its own".formatted(code, item.answers()));
        }
        return offered;
    }

    /** The item that the questionnaire itself numbers so. */
    Optional<Item> item(String label) {
        return items.stream().filter(item -> item.label().equals(label)).findFirst();
    }

    private List<Alert> alerts(Map<String, Integer> points, Map<String, Integer> answersByItem) {
        return alerts.stream()
                .filter(rule -> rule.when().stream().allMatch(condition -> condition.holds(points))
                        && rule.unless().stream().noneMatch(condition -> condition.holds(points)))
                .map(rule -> {
                    var item = rule.when().getFirst().first(points).orElseThrow();
                    return new Alert(
                            rule.code(), rule.safety(), item, answersByItem.getOrDefault(item, 0), rule.action());
                })
                .toList();
    }
}
