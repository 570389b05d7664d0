package org.stepwell.instruments;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's answers to a questionnaire, by the label of the item. */
record Sheet(Instrument instrument, Map<String, Integer> answers) {

    /** Refuses an answer that the questionnaire does not have, or that another answer makes impossible. */
    void check() {
        answers.forEach(this::check);
        for (var item : instrument.items()) {
            var whole = item.notMoreThan();
            Integer part = answers.get(item.label());
            Integer all = whole == null ? null : answers.get(whole);
            if (part != null && all != null && part > all) {
                throw new BadAnswer(
                        item.label(),
                        "Item %s of %s is %d and can not be more than item %s, which is %d."
                                .formatted(item.label(), instrument.code(), part, whole, all));
            }
        }
    }

    private void check(String label, @Nullable Integer value) {
        var item = instrument
                .item(label)
                .orElseThrow(() -> new BadAnswer(
                        label,
                        "%s has no item %s; it goes from %s to %s."
                                .formatted(
                                        instrument.code(),
                                        label,
                                        instrument.items().getFirst().label(),
                                        instrument.items().getLast().label())));
        // JSON can bring a null where the type says there is none.
        if (value == null) {
            throw new BadAnswer(
                    label,
                    "Item %s of %s is null; leave out an item that was not answered."
                            .formatted(label, instrument.code()));
        }
        var offered = instrument.answersTo(item);
        if (!offered.holds(value)) {
            throw new BadAnswer(
                    label,
                    "Item %s of %s takes %s, not %d; send the value of the answer that was chosen, or leave the item out."
                            .formatted(label, instrument.code(), offered.described(), value));
        }
    }

    /** The points of each scored item that was answered, or was not to be asked. */
    Map<String, Integer> points() {
        var points = new HashMap<String, Integer>();
        for (var item : instrument.items()) {
            Integer value = answers.get(item.label());
            if (!item.scored()) {
                continue;
            }
            if (value != null) {
                points.put(item.label(), points(item, value));
            } else if (isNotToBeAsked(item)) {
                points.put(item.label(), 0);
            }
        }
        return points;
    }

    /** How many scored items were answered. */
    int answered() {
        return (int) instrument.items().stream()
                .filter(item -> item.scored() && answers.containsKey(item.label()))
                .count();
    }

    private int points(Item item, int value) {
        var offered = instrument.answersTo(item);
        int points = offered.points(value);
        return item.reversed() ? offered.lowest() + offered.highest() - points : points;
    }

    private boolean isNotToBeAsked(Item item) {
        return item.notAskedAfter().stream().anyMatch(zeros -> zeros.stream().allMatch(this::isZero));
    }

    private boolean isZero(String label) {
        Integer value = answers.get(label);
        return value == null
                ? instrument.item(label).filter(this::isNotToBeAsked).isPresent()
                : value == 0;
    }
}
