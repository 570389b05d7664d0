package org.stepwell.enrollment.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.instruments.Alert;
import org.stepwell.instruments.AlertRule;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.measure.Scored;

/** The table of stops speaks of scores in the words of the packs, and forgets none that is dangerous. */
class StopTest {

    private static final Instruments INSTRUMENTS = Instruments.load();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            CIWA-Ar, MILD,              -
            CIWA-Ar, MODERATE,          MODERATE_WITHDRAWAL
            CIWA-Ar, SEVERE,            SEVERE_WITHDRAWAL
            COWS,    NONE,              -
            COWS,    MILD,              -
            COWS,    MODERATE,          MODERATE_OPIOID_WITHDRAWAL
            COWS,    MODERATELY_SEVERE, SEVERE_OPIOID_WITHDRAWAL
            COWS,    SEVERE,            SEVERE_OPIOID_WITHDRAWAL
            PHQ-9,   SEVERE,            -
            """)
    void aBandStopsAsTheTableSays(String instrument, String band, @Nullable Stop stop) {
        assertThat(Stop.foundBy(scored(instrument, band, List.of()))).isEqualTo(stop == null ? Set.of() : Set.of(stop));
    }

    @Test
    void everyBandOfTheTableIsInItsPack() {
        Arrays.stream(Stop.values())
                .flatMap(stop -> stop.conduct().bands().stream())
                .forEach(named -> {
                    var pack = INSTRUMENTS.find(named.instrument()).orElseThrow();
                    assertThat(Objects.requireNonNull(pack.total()).bands())
                            .extracting("code")
                            .contains(named.band());
                });
    }

    @Test
    void everyAlertOfAPackThatCanNotWaitStops() {
        var alerts = INSTRUMENTS.all().stream()
                .flatMap(pack -> pack.alerts().stream())
                .filter(AlertRule::safety)
                .map(AlertRule::code)
                .distinct()
                .toList();

        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(
                                Stop.foundBy(scored("any", null, List.of(new Alert(code, true, "1", 1, "act")))))
                        .hasSize(1)
                        .allMatch(Stop::hard));
    }

    @Test
    void whatIsHardIsDealtWithSomehow() {
        assertThat(Stop.values())
                .filteredOn(Stop::hard)
                .allSatisfy(stop -> assertThat(stop.conduct().dispositions()).isNotEmpty());
    }

    @Test
    void theAgeOfAMinorIsTheOnlyHardStopThatIsNoCrisis() {
        assertThat(Stop.values()).filteredOn(Stop::crisis).allMatch(Stop::hard);
        assertThat(Stop.values())
                .filteredOn(stop -> stop.hard() && !stop.crisis())
                .containsExactly(Stop.UNDER_AGE);
    }

    private static Scored scored(String instrument, @Nullable String band, List<Alert> alerts) {
        return new Scored(instrument, "1", List.of(), null, null, band, false, List.of(), List.of(), alerts);
    }
}
