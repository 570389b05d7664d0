package org.stepwell.instruments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stepwell.instruments.Filled.found;
import static org.stepwell.instruments.Filled.named;
import static org.stepwell.instruments.Filled.pack;
import static org.stepwell.instruments.Filled.row;
import static org.stepwell.instruments.Filled.says;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What filled questionnaires about moods, danger and will say, with the traps that others fell into. */
class ScoresTest {

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
        assertThat(pack("GAD-7").score(row("3 3 3 3 3 3 -")).total()).isNull();
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
        var score = pack("C-SSRS").score(named(answers));

        assertThat(score.finding()).extracting(Finding::code).isEqualTo(level);
        assertThat(score.alerts().isEmpty()).isEqualTo(!level.equals("HIGH"));
        assertThat(score.total()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1=0 6=0, 2", "1=0 2=1 3=0 5=0 6=0, 4", "1=0 2=0, 6", "1=0 2=0 6=1, 6b"})
    void columbiaIsTakenWhole(String answers, String missing) {
        var refused = catchThrowableOfType(BadAnswer.class, () -> pack("C-SSRS").score(named(answers)));

        assertThat(refused.item()).isEqualTo(missing);
    }

    @Test
    void columbiaAsksAboutTheMonthTheLifeAndTheLastThreeMonthsAndSinceLastContactByItsOwnCodes() {
        assertThat(pack("C-SSRS").items())
                .extracting(Item::window)
                .containsExactly(
                        "past month",
                        "past month",
                        "past month",
                        "past month",
                        "past month",
                        "lifetime",
                        "past 3 months");
        assertThat(pack("C-SSRS-SLC").items()).extracting(Item::loinc).containsOnlyNulls();
        assertThat(pack("C-SSRS-SLC").score(named("1=0 2=0 6=1")).finding())
                .extracting(Finding::code)
                .isEqualTo("HIGH");
    }

    @Test
    void columbiaHasNoCodeForNoRisk() {
        assertThat(requireNonNull(pack("C-SSRS").total()).levels())
                .extracting(Level::loinc)
                .containsExactly("LA9193-9", "LA6751-7", "LA9194-7", null);
    }

    @Test
    void pcl5FindsSymptomsApartFromTheTotal() {
        var pattern = "2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0";
        var oneOfDTooFew = "4 4 4 4 4 4 4 4 1 1 1 1 1 1 4 4 4 4 4 4";

        assertThat(pack("PCL-5").score(row(pattern)).total()).isEqualTo(12);
        assertThat(provisional(pattern)).isEqualTo("PROVISIONAL_PTSD");
        assertThat(provisional(oneOfDTooFew)).isEqualTo("NOT_MET");
        assertThat(pack("PCL-5").score(row(oneOfDTooFew)).finding())
                .extracting(Finding::positive)
                .isEqualTo(true);
        assertThat(pack("PCL-5").change(40, 30)).hasValueSatisfying(change -> {
            assertThat(change.meaningful()).isTrue();
            assertThat(change.response()).isNull();
        });
    }

    @Test
    void pcl5FindsNothingWithoutAnAnswer() {
        assertThat(pack("PCL-5")
                        .score(row("2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 - 0 0 0 0"))
                        .subscales()
                        .getLast())
                .extracting(ScaleScore::finding)
                .isNull();
    }

    @Test
    void theReadinessRulerHasThreeNumbersAndNoTotal() {
        var score = pack("READINESS").score(row("8 3 10"));

        assertThat(score.total()).isNull();
        assertThat(score.subscales()).extracting(ScaleScore::points).containsExactly(8, 3, 10);
    }

    private static String provisional(String answers) {
        return found(pack("PCL-5").score(row(answers)).subscales().getLast());
    }
}
