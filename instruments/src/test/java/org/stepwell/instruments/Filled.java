package org.stepwell.instruments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepwell.instruments.Instruments.Use;

/** Filled questionnaires, as words for tests. */
final class Filled {

    static final Instruments ALL = Instruments.load(Use.NON_COMMERCIAL, Set.of("DAST-10", "BARC-10"));

    private Filled() {}

    static void says(String code, String answers, int total, String finding, boolean positive) {
        var score = pack(code).score(row(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(finding);
        assertThat(score.finding()).extracting(Finding::positive).isEqualTo(positive);
    }

    static String found(ScaleScore scale) {
        return requireNonNull(scale.finding()).code();
    }

    static Instrument pack(String code) {
        return ALL.find(code).orElseThrow();
    }

    /** One answer an item from the first on; a dash leaves the item out. */
    static Map<String, Integer> row(String answers) {
        var each = List.of(answers.strip().split(" ", -1));
        var byItem = new TreeMap<String, Integer>();
        IntStream.range(0, each.size())
                .filter(place -> !each.get(place).equals("-"))
                .forEach(place -> byItem.put(String.valueOf(place + 1), Integer.valueOf(each.get(place))));
        return byItem;
    }

    /** Answers by the label of their item. */
    static Map<String, Integer> named(String answers) {
        return List.of(answers.strip().split(" ", -1)).stream()
                .map(answer -> answer.split("=", -1))
                .collect(Collectors.toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1])));
    }
}
