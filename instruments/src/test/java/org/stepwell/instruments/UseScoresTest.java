package org.stepwell.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stepwell.instruments.Filled.named;
import static org.stepwell.instruments.Filled.pack;
import static org.stepwell.instruments.Filled.row;
import static org.stepwell.instruments.Filled.says;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What filled questionnaires about alcohol, drugs, withdrawal and recovery say, with the traps that others fell into. */
class UseScoresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 - - - - - - - 0 0 | 0  | ZONE_I   | whoever never drinks is asked the last two only
            2 0 0 - - - - - 0 0 | 2  | ZONE_I   | little at a time: the same
            2 2 1 1 1 0 0 0 0 0 | 7  | ZONE_I   |
            2 2 1 1 1 0 1 0 0 0 | 8  | ZONE_II  |
            4 4 4 0 1 0 1 1 0 0 | 15 | ZONE_II  |
            4 4 4 0 1 0 1 2 0 0 | 16 | ZONE_III |
            4 4 4 1 1 1 2 2 0 0 | 19 | ZONE_III |
            4 4 4 1 1 1 2 3 0 0 | 20 | ZONE_IV  |
            2 1 1 2 0 0 0 0 0 0 | 6  | ZONE_II  | item 4 at 2 is one zone more
            2 1 1 0 0 0 0 0 4 0 | 8  | ZONE_III | somebody was injured this year: one more
            2 1 1 0 0 0 0 0 2 0 | 6  | ZONE_I   | not this year: none
            4 4 4 4 4 4 4 4 4 4 | 40 | ZONE_IV  | there is no zone above
            """)
    void audit(String answers, int total, String zone) {
        var score = pack("AUDIT").score(row(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(zone);
    }

    @Test
    void auditMissesAnAnswerThatWasToBeAsked() {
        var score = pack("AUDIT").score(row("2 1 1 - 0 0 0 0 0 0"));

        assertThat(score.total()).isNull();
        assertThat(score.missing()).containsExactly("4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 1 1 | WOMEN | 3 | POSITIVE
            1 1 1 | MEN   | 3 | NEGATIVE
            2 1 1 | MEN   | 4 | POSITIVE
            1 1 0 | WOMEN | 2 | NEGATIVE
            0 - - | WOMEN | 0 | NEGATIVE
            4 4 4 | MEN   | 12 | POSITIVE
            """)
    void auditC(String answers, String group, int total, String finding) {
        var score = pack("AUDIT-C").score(row(answers), group);

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(finding);
    }

    @Test
    void auditCFindsNothingWithoutAMarkAndAsksAgainWhereOnlyTheFrequencyCounts() {
        assertThat(pack("AUDIT-C").score(row("1 1 1")).finding()).isNull();
        assertThat(pack("AUDIT-C").score(row("4 0 0"), "MEN").alerts())
                .extracting(Alert::code)
                .containsExactly("ALL_POINTS_FROM_FREQUENCY");
        assertThat(pack("AUDIT-C").score(row("4 1 0"), "MEN").alerts()).isEmpty();
    }

    /** The published US Core example has 68517-2 for the first item, and another example the HARK total. */
    @Test
    void auditCHasItsOwnCodes() {
        var auditC = pack("AUDIT-C");

        assertThat(auditC.loinc()).isEqualTo("72109-2");
        assertThat(auditC.items()).extracting(Item::loinc).containsExactly("68518-0", "68519-8", "68520-6");
        assertThat(auditC.total()).extracting(Scale::loinc).isEqualTo("75626-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 0 0 0 0 0 0 0 0 | 1  | LOW         | false
            1 1 1 1 1 1 1 1 1 1 | 9  | SEVERE      | true
            1 1 0 1 1 1 1 1 1 1 | 10 | SEVERE      | true
            0 0 1 0 0 0 0 0 0 0 | 0  | NONE        | false
            1 1 1 0 0 0 0 0 0 0 | 2  | LOW         | false
            1 1 1 1 0 0 0 0 0 0 | 3  | MODERATE    | true
            1 1 1 1 1 1 1 0 0 0 | 6  | SUBSTANTIAL | true
            """)
    void dast10(String answers, int total, String finding, boolean positive) {
        says("DAST-10", answers, total, finding, positive);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1=0 2=0 3=0 4=0 6=0 8=0 9=0 10=0 11=0 12=0 13=0 14=0 15=0 16=0     | 0  | 0  | 0  | NONE | LOWER | LOW
            1=4 2=30 3=16 4=0 6=0 8=4 9=0 10=0 11=30 12=0 13=0 14=0 15=4 16=0  | 0  | 24 | 0  | NONE | HIGH  | LOW
            1=0 2=0 3=0 4=2 5=1 6=20 8=0 9=4 10=30 11=0 12=4 13=16 14=4 15=0 16=9 | 6 | 0 | 23 | ANY | LOWER | HIGHER
            1=2 2=8 3=3 4=0 6=0 8=2 9=2 10=4 11=15 12=2 13=4 14=4 15=2 16=0    | 0  | 12 | 12 | NONE | HIGH  | LOW
            1=2 2=8 3=3 4=0 6=0 8=2 9=2 10=4 11=8 12=2 13=4 14=4 15=2 16=1     | 0  | 11 | 13 | NONE | LOWER | HIGHER
            """)
    void bam(String answers, int use, int risk, int protective, String useIs, String riskIs, String protectiveIs) {
        var score = pack("BAM").score(named(answers));

        assertThat(score.total()).as("it has no total").isNull();
        assertThat(score.subscales()).extracting(ScaleScore::points).containsExactly(use, risk, protective);
        assertThat(score.subscales()).extracting(Filled::found).containsExactly(useIs, riskIs, protectiveIs);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 1", "4, 2", "8, 2", "9, 3", "15, 3", "16, 4", "30, 4"})
    void bamCountsDaysInFiveSteps(int days, int points) {
        assertThat(pack("BAM")
                        .score(Map.of("4", days, "5", 0, "6", 0))
                        .subscales()
                        .getFirst()
                        .points())
                .isEqualTo(points);
    }

    @Test
    void bamRefusesMoreDaysOfAPartThanOfTheWholeAndDaysThatAMonthDoesNotHave() {
        var bam = pack("BAM");

        assertThat(catchThrowableOfType(BadAnswer.class, () -> bam.score(Map.of("4", 2, "5", 3))))
                .returns("5", BadAnswer::item)
                .extracting(BadAnswer::advice)
                .asString()
                .contains("can not be more than item 4");
        assertThat(catchThrowableOfType(BadAnswer.class, () -> bam.score(Map.of("6", 0, "7A", 1))))
                .returns("7A", BadAnswer::item);
        assertThat(catchThrowableOfType(BadAnswer.class, () -> bam.score(Map.of("10", 31))))
                .extracting(BadAnswer::advice)
                .asString()
                .contains("a number from 0 to 30");
    }

    @Test
    void bamRCountsTheDaysThemselves() {
        var worst = named("1=30 2=30 3=30 4=30 5=30 6=30 8=30 9=0 10=0 11=30 12=0 13=0 14=0 15=30 16=0");
        var best = named("1=0 2=0 3=0 4=0 6=0 8=0 9=30 10=30 11=0 12=30 13=30 14=30 15=0 16=30");

        assertThat(pack("BAM-R").score(worst).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(90, 180, 0);
        assertThat(pack("BAM-R").score(best).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(0, 0, 180);
        assertThat(pack("BAM-R").score(best).subscales())
                .extracting(ScaleScore::finding)
                .containsOnlyNulls();
    }

    /** Nobody published how the weekly one is scored: its numbers are kept and compared, each for itself. */
    @Test
    void bamIopKeepsTheNumbersOfAWeekAsTheyAre() {
        var week = pack("BAM-IOP").score(named("1=4 4=2 5=1 6=7 7C=3 8=4 9=1 10=3 11=5 16=6"));

        assertThat(week.total()).isNull();
        assertThat(week.subscales())
                .extracting(scale -> scale.scale() + "=" + scale.points())
                .containsExactly(
                        "ALCOHOL_DAYS=2",
                        "DRUG_DAYS=7",
                        "CRAVINGS=4",
                        "CONFIDENCE=1",
                        "MEETING_DAYS=3",
                        "RISKY_DAYS=5",
                        "SUPPORT_DAYS=6");
        assertThat(catchThrowableOfType(BadAnswer.class, () -> pack("BAM-IOP").score(Map.of("10", 8))))
                .extracting(BadAnswer::advice)
                .asString()
                .contains("a number from 0 to 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 0 0 1 1 1 0 0 0 0 0 | 4  | NONE
            1 1 0 1 1 1 0 0 0 0 0 | 5  | MILD
            4 4 1 1 1 1 0 0 0 0 0 | 12 | MILD
            4 4 1 2 1 1 0 0 0 0 0 | 13 | MODERATE
            4 4 5 5 4 2 0 0 0 0 0 | 24 | MODERATE
            4 4 5 5 4 2 1 0 0 0 0 | 25 | MODERATELY_SEVERE
            4 4 5 5 4 4 5 4 1 0 0 | 36 | MODERATELY_SEVERE
            4 4 5 5 4 4 5 4 2 0 0 | 37 | SEVERE
            4 4 5 5 4 4 5 4 4 4 5 | 48 | SEVERE
            """)
    void cows(String answers, int total, String finding) {
        says("COWS", answers, total, finding, total >= 13);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 1 1 1 1 1 1 1 1 0 | 9  | MILD
            2 1 1 1 1 1 1 1 1 0 | 10 | MODERATE
            2 2 2 2 2 2 2 2 2 0 | 18 | MODERATE
            3 2 2 2 2 2 2 2 2 0 | 19 | SEVERE
            7 7 7 7 7 7 7 7 7 4 | 67 | SEVERE
            """)
    void ciwaAr(String answers, int total, String finding) {
        says("CIWA-Ar", answers, total, finding, total >= 10);
    }

    @Test
    void ciwaArAsksForHelpWithHallucinationsWhateverTheTotal() {
        assertThat(pack("CIWA-Ar").score(row("0 0 0 0 0 0 4 0 0 0")).alerts())
                .containsExactly(new Alert(
                        "HALLUCINATIONS",
                        true,
                        "7",
                        4,
                        "Hallucinations in withdrawal: emergency or inpatient care now."));
        assertThat(pack("CIWA-Ar").score(row("0 0 0 0 0 3 3 3 0 0")).alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 1 1 1 1 1 1 1 1 1 | 10 | BELOW_MARK | true
            4 5 5 5 5 5 5 4 4 4 | 46 | BELOW_MARK | true
            5 5 5 5 5 5 5 4 4 4 | 47 | AT_MARK    | false
            6 6 6 6 6 6 6 6 6 6 | 60 | AT_MARK    | false
            """)
    void barc10(String answers, int total, String finding, boolean positive) {
        says("BARC-10", answers, total, finding, positive);
    }

    @Test
    void barc10GoesFromOneToSix() {
        assertThat(catchThrowableOfType(BadAnswer.class, () -> pack("BARC-10").score(Map.of("1", 0))))
                .isNotNull();
    }
}
