package org.stepwell.instruments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.instruments.Instruments.Use;

/** What filled questionnaires say, with the traps that others fell into. */
class ScoresTest {

    private static final Instruments ALL = Instruments.load(Use.NON_COMMERCIAL, Set.of("DAST-10", "BARC-10"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 1 1 1 0 0 0 | 4  | MINIMAL  | false
            1 1 1 1 1 0 0 | 5  | MILD     | false
            2 2 2 2 1 0 0 | 9  | MILD     | false
            2 2 2 2 2 0 0 | 10 | MODERATE | true
            2 2 2 2 2 2 2 | 14 | MODERATE | true
            3 2 2 2 2 2 2 | 15 | SEVERE   | true
            3 3 3 3 3 3 3 | 21 | SEVERE   | true
            """)
    void gad7(String answers, int total, String finding, boolean positive) {
        says("GAD-7", answers, total, finding, positive);
    }

    @Test
    void gad7SaysNothingWhileAnAnswerIsMissing() {
        assertThat(of("GAD-7").score(row("3 3 3 3 3 3 -")).total()).isNull();
    }

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
        var score = of("AUDIT").score(row(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(zone);
    }

    @Test
    void auditMissesAnAnswerThatWasToBeAsked() {
        var score = of("AUDIT").score(row("2 1 1 - 0 0 0 0 0 0"));

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
        var score = of("AUDIT-C").score(row(answers), group);

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(finding);
    }

    @Test
    void auditCFindsNothingWithoutAMarkAndAsksAgainWhereOnlyTheFrequencyCounts() {
        assertThat(of("AUDIT-C").score(row("1 1 1")).finding()).isNull();
        assertThat(of("AUDIT-C").score(row("4 0 0"), "MEN").alerts())
                .extracting(Alert::code)
                .containsExactly("ALL_POINTS_FROM_FREQUENCY");
        assertThat(of("AUDIT-C").score(row("4 1 0"), "MEN").alerts()).isEmpty();
    }

    /** The published US Core example has 68517-2 for the first item, and another example the HARK total. */
    @Test
    void auditCHasItsOwnCodes() {
        var auditC = of("AUDIT-C");

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
        var score = of("BAM").score(named(answers));

        assertThat(score.total()).as("it has no total").isNull();
        assertThat(score.subscales()).extracting(ScaleScore::points).containsExactly(use, risk, protective);
        assertThat(score.subscales()).extracting(ScoresTest::found).containsExactly(useIs, riskIs, protectiveIs);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 1", "4, 2", "8, 2", "9, 3", "15, 3", "16, 4", "30, 4"})
    void bamCountsDaysInFiveSteps(int days, int points) {
        assertThat(of("BAM")
                        .score(Map.of("4", days, "5", 0, "6", 0))
                        .subscales()
                        .getFirst()
                        .points())
                .isEqualTo(points);
    }

    @Test
    void bamRefusesMoreDaysOfAPartThanOfTheWholeAndDaysThatAMonthDoesNotHave() {
        var bam = of("BAM");

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

        assertThat(of("BAM-R").score(worst).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(90, 180, 0);
        assertThat(of("BAM-R").score(best).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(0, 0, 180);
        assertThat(of("BAM-R").score(best).subscales())
                .extracting(ScaleScore::finding)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1=0 2=0 6=0                      | NONE
            1=1 2=0 6=0                      | LOW
            1=1 2=1 3=0 4=0 5=0 6=0          | LOW
            1=1 2=1 3=1 4=0 5=0 6=0          | MODERATE
            1=0 2=1 3=0 4=1 5=0 6=0          | HIGH
            1=0 2=1 3=0 4=0 5=1 6=0          | HIGH
            1=0 2=0 6=1 6b=0                 | MODERATE
            1=0 2=0 6=1 6b=1                 | HIGH
            1=0 2=0 4=1 3=0 5=0 6=0          | HIGH
            """)
    void columbia(String answers, String level) {
        var score = of("C-SSRS").score(named(answers));

        assertThat(score.finding()).extracting(Finding::code).isEqualTo(level);
        assertThat(score.alerts().isEmpty()).isEqualTo(!level.equals("HIGH"));
        assertThat(score.total()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1=0 6=0, 2", "1=0 2=1 3=0 5=0 6=0, 4", "1=0 2=0, 6", "1=0 2=0 6=1, 6b"})
    void columbiaIsTakenWhole(String answers, String missing) {
        var refused = catchThrowableOfType(BadAnswer.class, () -> of("C-SSRS").score(named(answers)));

        assertThat(refused.item()).isEqualTo(missing);
    }

    @Test
    void columbiaAsksAboutTheMonthTheLifeAndTheLastThreeMonthsAndSinceLastContactByItsOwnCodes() {
        assertThat(of("C-SSRS").items())
                .extracting(Item::window)
                .containsExactly(
                        "past month",
                        "past month",
                        "past month",
                        "past month",
                        "past month",
                        "lifetime",
                        "past 3 months");
        assertThat(of("C-SSRS-SLC").items()).extracting(Item::loinc).containsOnlyNulls();
        assertThat(of("C-SSRS-SLC").score(named("1=0 2=0 6=1")).finding())
                .extracting(Finding::code)
                .isEqualTo("HIGH");
    }

    @Test
    void columbiaHasNoCodeForNoRisk() {
        assertThat(requireNonNull(of("C-SSRS").total()).levels())
                .extracting(Level::loinc)
                .containsExactly("LA9193-9", "LA6751-7", "LA9194-7", null);
    }

    @Test
    void pcl5FindsSymptomsApartFromTheTotal() {
        var pattern = "2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0";
        var oneOfDTooFew = "4 4 4 4 4 4 4 4 1 1 1 1 1 1 4 4 4 4 4 4";

        assertThat(of("PCL-5").score(row(pattern)).total()).isEqualTo(12);
        assertThat(provisional(pattern)).isEqualTo("PROVISIONAL_PTSD");
        assertThat(provisional(oneOfDTooFew)).isEqualTo("NOT_MET");
        assertThat(of("PCL-5").score(row(oneOfDTooFew)).finding())
                .extracting(Finding::positive)
                .isEqualTo(true);
        assertThat(of("PCL-5").change(40, 30)).hasValueSatisfying(change -> {
            assertThat(change.meaningful()).isTrue();
            assertThat(change.response()).isNull();
        });
    }

    @Test
    void pcl5FindsNothingWithoutAnAnswer() {
        assertThat(of("PCL-5")
                        .score(row("2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 - 0 0 0 0"))
                        .subscales()
                        .getLast())
                .extracting(ScaleScore::finding)
                .isNull();
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
        assertThat(of("CIWA-Ar").score(row("0 0 0 0 0 0 4 0 0 0")).alerts())
                .containsExactly(new Alert(
                        "HALLUCINATIONS",
                        true,
                        "7",
                        4,
                        "Hallucinations in withdrawal: emergency or inpatient care now."));
        assertThat(of("CIWA-Ar").score(row("0 0 0 0 0 3 3 3 0 0")).alerts()).isEmpty();
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
        assertThat(catchThrowableOfType(BadAnswer.class, () -> of("BARC-10").score(Map.of("1", 0))))
                .isNotNull();
    }

    @Test
    void theReadinessRulerHasThreeNumbersAndNoTotal() {
        var score = of("READINESS").score(row("8 3 10"));

        assertThat(score.total()).isNull();
        assertThat(score.subscales()).extracting(ScaleScore::points).containsExactly(8, 3, 10);
    }

    private static void says(String code, String answers, int total, String finding, boolean positive) {
        var score = of(code).score(row(answers));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.finding()).extracting(Finding::code).isEqualTo(finding);
        assertThat(score.finding()).extracting(Finding::positive).isEqualTo(positive);
    }

    private static String provisional(String answers) {
        return found(of("PCL-5").score(row(answers)).subscales().getLast());
    }

    private static String found(ScaleScore scale) {
        return requireNonNull(scale.finding()).code();
    }

    private static Instrument of(String code) {
        return ALL.find(code).orElseThrow();
    }

    /** One answer an item from the first on; a dash leaves the item out. */
    private static Map<String, Integer> row(String answers) {
        var each = List.of(answers.strip().split(" ", -1));
        var byItem = new TreeMap<String, Integer>();
        IntStream.range(0, each.size())
                .filter(place -> !each.get(place).equals("-"))
                .forEach(place -> byItem.put(String.valueOf(place + 1), Integer.valueOf(each.get(place))));
        return byItem;
    }

    /** Answers by the label of their item. */
    private static Map<String, Integer> named(String answers) {
        return List.of(answers.strip().split(" ", -1)).stream()
                .map(answer -> answer.split("=", -1))
                .collect(Collectors.toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1])));
    }
}
