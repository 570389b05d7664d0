package org.stepwell.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Phq9Test {

    private final Instrument phq9 = Instruments.load().find("PHQ-9").orElseThrow();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0 0 0 0 0 0 0 0 0 | 0  | MINIMAL
                    1 1 1 1 0 0 0 0 0 | 4  | MINIMAL
                    1 1 1 1 1 0 0 0 0 | 5  | MILD
                    1 1 1 1 1 1 1 1 1 | 9  | MILD
                    2 1 1 1 1 1 1 1 1 | 10 | MODERATE
                    2 2 2 2 2 1 1 1 1 | 14 | MODERATE
                    2 2 2 2 2 2 1 1 1 | 15 | MODERATELY_SEVERE
                    3 2 2 2 2 2 2 2 2 | 19 | MODERATELY_SEVERE
                    3 3 2 2 2 2 2 2 2 | 20 | SEVERE
                    3 3 3 3 3 3 3 3 3 | 27 | SEVERE
                    """, delimiter = '|')
    void theTotalIsTheSumOfNineItemsAndFallsIntoOneBand(String answers, int total, String band) {
        var score = phq9.score(answered(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(band);
        assertThat(score.prorated()).isFalse();
        assertThat(score.answered()).isEqualTo(9);
        assertThat(score.missing()).isEmpty();
    }

    @Test
    void aTotalOfTenOrMoreIsPositive() {
        assertThat(phq9.score(answered("1 1 1 1 1 1 1 1 1")).finding())
                .extracting(Finding::positive)
                .isEqualTo(false);
        assertThat(phq9.score(answered("2 1 1 1 1 1 1 1 1")).finding())
                .extracting(Finding::positive)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1 1 1 1 0 0 0 0 - | 5  | MILD
                    3 3 3 3 3 3 3 - - | 27 | SEVERE
                    2 2 2 2 2 0 0 - - | 13 | MODERATE
                    1 1 1 0 0 0 0 - - | 4  | MINIMAL
                    0 0 0 0 0 0 0 - - | 0  | MINIMAL
                    """, delimiter = '|')
    void upToTwoMissingAnswersAreScaledUpAndHalfAPointRoundsUp(String answers, int total, String band) {
        var score = phq9.score(answered(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(band);
        assertThat(score.prorated()).isTrue();
    }

    @Test
    void threeMissingAnswersLeaveNoTotalAndSayWhichAreMissing() {
        var score = phq9.score(answered("3 - 3 - 3 3 - 3 0"));

        assertThat(score.total()).isNull();
        assertThat(score.finding()).isNull();
        assertThat(score.prorated()).isFalse();
        assertThat(score.answered()).isEqualTo(6);
        assertThat(score.missing()).containsExactly("2", "4", "7");
    }

    @Test
    void anEmptyQuestionnaireHasNoTotal() {
        var score = phq9.score(Map.of());

        assertThat(score.total()).isNull();
        assertThat(score.answered()).isZero();
        assertThat(score.missing()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theDifficultyItemIsAskedButNotCounted(int difficulty) {
        var answers = answered("1 1 1 1 1 1 1 1 0");
        answers.put("10", difficulty);

        var score = phq9.score(answers);

        assertThat(score.total()).isEqualTo(8);
        assertThat(score.answered()).isEqualTo(9);
    }

    @Test
    void theDifficultyItemDoesNotStandInForAMissingAnswer() {
        var answers = answered("1 1 1 1 1 1 - - -");
        answers.put("10", 3);

        assertThat(phq9.score(answers).total()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anyThoughtOfSelfHarmAsksForTheSuicideScreenerWhateverTheTotal(int ninth) {
        var alone = phq9.score(Map.of("9", ninth));
        var lowTotal = phq9.score(answered("0 0 0 0 0 0 0 0 " + ninth));

        assertThat(alone.total()).isNull();
        assertThat(alone.alerts())
                .containsExactly(
                        new Alert("SUICIDE_ITEM", true, "9", ninth, "Ask the C-SSRS screener in the same session."));
        assertThat(lowTotal.finding()).extracting(Finding::code).isEqualTo("MINIMAL");
        assertThat(lowTotal.alerts()).extracting(Alert::code).containsExactly("SUICIDE_ITEM");
    }

    @Test
    void noThoughtOfSelfHarmRaisesNoAlertHoweverHighTheTotal() {
        assertThat(phq9.score(answered("3 3 3 3 3 3 3 3 0")).alerts()).isEmpty();
        assertThat(phq9.score(answered("3 3 3 3 3 3 3 3 -")).alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    before | after | points | response | remission | meaningful
                    20     | 10    | -10    | true     | false     | true
                    20     | 11    | -9     | false    | false     | true
                    19     | 10    | -9     | false    | false     | true
                    12     | 5     | -7     | true     | false     | true
                    12     | 4     | -8     | true     | true      | true
                    10     | 6     | -4     | false    | false     | false
                    10     | 15    | 5      | false    | false     | true
                    0      | 0     | 0      | false    | true      | false
                    """, delimiter = '|', useHeadersInDisplayName = true)
    void halfIsAResponseBelowFiveIsRemissionAndFivePointsAreMeaningful(
            int before, int after, int points, boolean response, boolean remission, boolean meaningful) {
        assertThat(phq9.change(before, after)).contains(new Change(points, response, remission, meaningful));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 100})
    void aValueNoAnswerHasIsRefused(int value) {
        var refused = catchThrowableOfType(BadAnswer.class, () -> phq9.score(Map.of("3", value)));

        assertThat(refused.item()).isEqualTo("3");
        assertThat(refused.advice()).contains("0, 1, 2, 3", "not " + value, "leave the item out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "11", "", "9 "})
    void anItemTheQuestionnaireDoesNotHaveIsRefused(String item) {
        var refused = catchThrowableOfType(BadAnswer.class, () -> phq9.score(Map.of(item, 1)));

        assertThat(refused.item()).isEqualTo(item);
        assertThat(refused.advice()).contains("no item " + item, "from 1 to 10");
    }

    @Test
    void aNullAnswerIsRefusedRatherThanGuessed() {
        var answers = new HashMap<String, Integer>();
        answers.put("1", null);

        var refused = catchThrowableOfType(BadAnswer.class, () -> phq9.score(answers));

        assertThat(refused.item()).isEqualTo("1");
        assertThat(refused.advice()).contains("leave out");
    }

    @Test
    void everyItemAndTheTotalCarryTheirLoincCodes() {
        assertThat(phq9.loinc()).isEqualTo("44249-1");
        assertThat(phq9.total()).extracting(Scale::loinc).isEqualTo("44261-6");
        assertThat(phq9.items())
                .extracting(Item::loinc)
                .containsExactly(
                        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
                        "44260-8", "69722-7");
        assertThat(phq9.answersTo(phq9.items().getFirst()).choices())
                .extracting(Answer::loinc)
                .isEqualTo(List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"));
    }

    @Test
    void theNoticeTravelsWithTheText() {
        assertThat(phq9.licence().commercialUse()).isTrue();
        assertThat(phq9.licence().notice()).contains("Pfizer", "No permission required", "LOINC");
    }

    /** One answer an item from item 1 on; a dash leaves the item out. */
    private static Map<String, Integer> answered(String answers) {
        var byItem = new TreeMap<String, Integer>();
        var each = answers.strip().split(" ", -1);
        for (int place = 0; place < each.length; place++) {
            if (!each[place].equals("-")) {
                byItem.put(String.valueOf(place + 1), Integer.valueOf(each[place]));
            }
        }
        return byItem;
    }
}
