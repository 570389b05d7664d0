package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.medication.InjectionWindow.Stage;

class InjectionWindowTest {

    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final int CLOSING_DAYS = 2;

    private final Formulary formulary = new Formulary();

    /** How many days after the last injection its stages begin. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            NALTREXONE_INJECTION_380, 27, NONE
            NALTREXONE_INJECTION_380, 28, OPEN
            NALTREXONE_INJECTION_380, 32, OPEN
            NALTREXONE_INJECTION_380, 33, CLOSING
            NALTREXONE_INJECTION_380, 35, CLOSING
            NALTREXONE_INJECTION_380, 36, MISSED
            SUBLOCADE_300,            25, NONE
            SUBLOCADE_300,            26, OPEN
            SUBLOCADE_300,            40, CLOSING
            SUBLOCADE_300,            43, MISSED
            BRIXADI_WEEKLY_24,         4, NONE
            BRIXADI_WEEKLY_24,         5, OPEN
            BRIXADI_WEEKLY_24,         7, CLOSING
            BRIXADI_WEEKLY_24,        10, MISSED
            BRIXADI_MONTHLY_96,       20, NONE
            BRIXADI_MONTHLY_96,       21, OPEN
            BRIXADI_MONTHLY_96,       36, MISSED
            """)
    void aWindowOpensIsAboutToCloseAndIsMissed(String product, int days, Stage stage) {
        assertThat(window(product, START).stageOn(START.plusDays(days))).isEqualTo(stage);
    }

    @Test
    void theFirstInjectionIsDueOnTheFirstDayAndHasAsMuchTimeAsALaterOne() {
        var window = window("NALTREXONE_INJECTION_380", null);

        assertThat(window.opens()).isEqualTo(START).isEqualTo(window.due());
        assertThat(window.closes()).isEqualTo(START.plusDays(7));
    }

    @Test
    void eachStageHasItsFirstDay() {
        var window = window("SUBLOCADE_100", START);

        assertThat(window.next(Stage.NONE)).hasValue(START.plusDays(26));
        assertThat(window.next(Stage.OPEN)).hasValue(START.plusDays(40));
        assertThat(window.next(Stage.CLOSING)).hasValue(START.plusDays(43));
        assertThat(window.next(Stage.MISSED)).isEmpty();
    }

    @Test
    void whereTheWindowIsShortItIsAboutToCloseFromItsFirstDayAtTheEarliest() {
        var interval = formulary.of("BRIXADI_WEEKLY_8").window();
        var window =
                InjectionWindow.of(Objects.requireNonNull(interval), START, injected("BRIXADI_WEEKLY_8", START), 30);

        assertThat(window.closing()).isEqualTo(window.opens());
    }

    /** Of what is given in other intervals nothing counts but that the next is not given too soon. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # given before,      in its place,       first day, opens, due, closes
            BRIXADI_WEEKLY_24,   BRIXADI_MONTHLY_96,         1,     5,   7,     14
            BRIXADI_WEEKLY_24,   BRIXADI_MONTHLY_96,         7,     7,   7,     14
            BRIXADI_WEEKLY_24,   SUBLOCADE_300,              7,     7,   7,     21
            SUBLOCADE_300,       BRIXADI_WEEKLY_24,          5,    26,  28,     30
            SUBLOCADE_300,       BRIXADI_WEEKLY_24,         28,    28,  28,     30
            SUBLOCADE_300,       BRIXADI_WEEKLY_24,         40,    40,  40,     42
            BRIXADI_MONTHLY_96,  BRIXADI_WEEKLY_24,         10,    21,  28,     30
            SUBLOCADE_300,       SUBLOCADE_100,              5,    26,  28,     42
            SUBLOCADE_300,       SUBLOCADE_100,             42,    26,  28,     42
            SUBLOCADE_300,       SUBLOCADE_100,             60,    60,  60,     74
            BRIXADI_WEEKLY_24,   BRIXADI_WEEKLY_32,          3,     5,   7,      9
            """)
    void anotherProductIsGivenNoSoonerThanTheNextOfTheOneBefore(
            String before, String product, int first, int opens, int due, int closes) {
        var interval = Objects.requireNonNull(formulary.of(product).window());

        var window = InjectionWindow.of(interval, START.plusDays(first), injected(before, START), CLOSING_DAYS);

        assertThat(window.last()).isEqualTo(START);
        assertThat(window.opens()).isEqualTo(START.plusDays(opens));
        assertThat(window.due()).isEqualTo(START.plusDays(due));
        assertThat(window.closes()).isEqualTo(START.plusDays(closes));
    }

    private InjectionWindow window(String product, @Nullable LocalDate last) {
        var interval = Objects.requireNonNull(formulary.of(product).window());
        return InjectionWindow.of(interval, START, last == null ? null : injected(product, last), CLOSING_DAYS);
    }

    private Injection injected(String product, LocalDate day) {
        return new Injection(day, Objects.requireNonNull(formulary.of(product).window()));
    }
}
