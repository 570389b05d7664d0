package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an item may be answered with: one of some boxes, or a whole number.
 *
 * @param choices the boxes; none where a number is asked for
 * @param number the number; missing where there are boxes
 */
public record AnswerSet(
        List<Answer> choices,
        @JsonSetter(nulls = Nulls.SET) @Nullable WholeNumber number) {

    boolean holds(int value) {
        return number == null
                ? choices.stream().anyMatch(answer -> answer.value() == value)
                : number.from() <= value && value <= number.to();
    }

    int points(int value) {
        return number == null ? value : number.points(value);
    }

    int lowest() {
        return number == null
                ? choices.stream().mapToInt(Answer::value).min().orElseThrow()
                : number.points(number.from());
    }

    int highest() {
        return number == null
                ? choices.stream().mapToInt(Answer::value).max().orElseThrow()
                : number.points(number.to());
    }

    /** In words, for whoever answered with something else. */
    String described() {
        return number == null
                ? "one of "
                        + choices.stream()
                                .map(answer -> String.valueOf(answer.value()))
                                .collect(Collectors.joining(", "))
                : "a number from %d to %d".formatted(number.from(), number.to());
    }
}
