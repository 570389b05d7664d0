package org.stepwell.enrollment.reporting;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a report at one moment: what is asked, when, and the codes it is told in.
 *
 * @param question what exactly is asked, where the name does not say it
 * @param condition without which the field stays missing
 */
record TedsField(
        String name,
        Moment moment,
        Ask ask,
        @Nullable String question,
        @Nullable Condition condition,
        List<Code> codes) {

    /** How an answer comes about. */
    enum Ask {
        /** One of the codes. */
        CODE,
        /** A number, which its band is told of. */
        COUNT,
        /** Known from the episode or from other answers; nobody is asked. */
        DERIVED
    }

    /** A code and its label; with bounds where it stands for the numbers between them. */
    record Code(
            int code,
            String label,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String flag) {

        boolean stands(int detail) {
            if (from == null || to == null) {
                return detail == code;
            }
            return detail >= from && detail <= to;
        }
    }

    /** Another field's answer: one of some, or none of some. */
    record Condition(String field, List<Integer> is, List<Integer> isNot) {

        boolean holds(TedsAnswers answers) {
            int answer = answers.of(field);
            return (is.isEmpty() || is.contains(answer)) && !isNot.contains(answer);
        }

        String sentence() {
            return is.isEmpty()
                    ? "not if %s=%s".formatted(field, list(isNot))
                    : "only if %s=%s".formatted(field, list(is));
        }

        private static String list(List<Integer> codes) {
            return codes.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        }
    }

    boolean isAsked() {
        return ask != Ask.DERIVED;
    }

    /** Whether its codes stand for numbers, which a state may ask for. */
    boolean hasNumbers() {
        return codes.stream().allMatch(code -> code.from() != null);
    }

    /** Whether this may be answered: also that nobody knows. */
    boolean takes(int answer) {
        return answer == TedsAnswers.UNKNOWN || codes.stream().anyMatch(code -> code.stands(answer));
    }

    /** The public-use code of what these answers say, or that it is missing. */
    int code(TedsAnswers answers) {
        int detail = answers.of(name);
        return codes.stream()
                .filter(code -> code.stands(detail))
                .map(Code::code)
                .findFirst()
                .orElse(TedsAnswers.UNKNOWN);
    }

    boolean applies(TedsAnswers answers) {
        return condition == null || condition.holds(answers);
    }

    /** What may be answered, in words. */
    String choices() {
        return ask == Ask.COUNT
                ? "%s, or -9 for unknown".formatted(question)
                : "one of %s, or -9 for unknown"
                        .formatted(codes.stream()
                                .map(code -> String.valueOf(code.code()))
                                .collect(Collectors.joining(", ")));
    }
}
