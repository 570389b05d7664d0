package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.formulary.Substance.AMPHETAMINE;
import static org.stepwell.therapy.formulary.Substance.BUPRENORPHINE;
import static org.stepwell.therapy.formulary.Substance.METHADONE;
import static org.stepwell.therapy.formulary.Substance.OXYCODONE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.ActiveMedication.Taken;

/** What was taken on prescription, held against what was found. */
class ExpectedTest {

    private static final int STAYS = 14;
    private static final Catalogue CATALOGUE = new Catalogue();

    @ParameterizedTest
    @CsvSource(textBlock = """
            BUPRENORPHINE, BUPRENORPHINE,    true
            BUPRENORPHINE, NORBUPRENORPHINE, true
            BUPRENORPHINE, OPIATES,          false
            BUPRENORPHINE, FENTANYL,         false
            METHADONE,     METHADONE,        true
            METHADONE,     EDDP,             true
            METHADONE,     BUPRENORPHINE,    false
            OXYCODONE,     OXYCODONE,        true
            OXYCODONE,     SIX_MAM,          false
            FENTANYL,      NORFENTANYL,      true
            TRAMADOL,      TRAMADOL,         true
            OPIATE,        OPIATES,          true
            AMPHETAMINE,   AMPHETAMINES,     true
            AMPHETAMINE,   METHAMPHETAMINE,  false
            BENZODIAZEPINE, BENZODIAZEPINES, true
            BARBITURATE,   BARBITURATES,     true
            CANNABINOID,   CANNABINOIDS,     true
            NALTREXONE,    OXYCODONE,        false
            OTHER,         ETHANOL,          false
            """)
    void whatIsTakenAndWhatItTurnsIntoIsExpected(Substance taken, String analyte, boolean expected) {
        assertThat(of(taken(taken, TODAY.minusDays(30), null)).holds(CATALOGUE.of(analyte), true))
                .isEqualTo(expected);
    }

    @Test
    void whatNobodyPrescribedIsNotExpectedAndItsAbsenceIs() {
        assertThat(of().holds(CATALOGUE.of("FENTANYL"), true)).isFalse();
        assertThat(of().holds(CATALOGUE.of("FENTANYL"), false)).isTrue();
        assertThat(of().holds(CATALOGUE.of("BUPRENORPHINE"), false)).isTrue();
    }

    @Test
    void theAbsenceOfBuprenorphineIsNotExpectedOfWhoeverTakesIt() {
        var taking = of(taken(BUPRENORPHINE, TODAY.minusDays(1), null));

        assertThat(taking.holds(CATALOGUE.of("BUPRENORPHINE"), false)).isFalse();
        assertThat(taking.holds(CATALOGUE.of("NORBUPRENORPHINE"), false)).isFalse();
        assertThat(taking.prescriberOf(CATALOGUE.of("BUPRENORPHINE"))).hasValue(DORA);
        assertThat(of(taken(METHADONE, TODAY.minusDays(9), null)).holds(CATALOGUE.of("METHADONE"), false))
                .isTrue();
    }

    @Test
    void whoBeganTodayOrIsOnHoldOrEndedIsNotMissed() {
        var analyte = CATALOGUE.of("BUPRENORPHINE");
        assertThat(of(taken(BUPRENORPHINE, TODAY, null)).holds(analyte, false)).isTrue();
        assertThat(of(taken(BUPRENORPHINE, TODAY.minusDays(9), TODAY)).holds(analyte, false))
                .isTrue();
        var held = new Taken(BUPRENORPHINE, DORA, TODAY.minusDays(9), null, 0, true);
        assertThat(of(held).holds(analyte, false)).isTrue();
        assertThat(of(held).holds(analyte, true)).isTrue();
    }

    @Test
    void whatEndedIsStillFoundForAWhileAndWhatIsReleasedSlowlyForLonger() {
        var analyte = CATALOGUE.of("BUPRENORPHINE");
        assertThat(of(taken(BUPRENORPHINE, TODAY.minusDays(90), TODAY.minusDays(14)))
                        .holds(analyte, true))
                .isTrue();
        assertThat(of(taken(BUPRENORPHINE, TODAY.minusDays(90), TODAY.minusDays(15)))
                        .holds(analyte, true))
                .isFalse();
        var injected = new Taken(BUPRENORPHINE, DORA, TODAY.minusDays(900), TODAY.minusDays(365), 365, false);
        assertThat(of(injected).holds(analyte, true)).isTrue();
        assertThat(of(taken(AMPHETAMINE, TODAY.plusDays(1), null)).holds(CATALOGUE.of("AMPHETAMINES"), true))
                .isFalse();
    }

    @Test
    void ofSeveralOneIsEnough() {
        var both = of(taken(OXYCODONE, TODAY.minusDays(90), TODAY.minusDays(60)), taken(OXYCODONE, TODAY, null));

        assertThat(both.holds(CATALOGUE.of("OXYCODONE"), true)).isTrue();
    }

    private static Expected of(Taken... taken) {
        return new Expected(List.of(taken), TODAY, STAYS);
    }

    private static Taken taken(Substance substance, LocalDate since, @Nullable LocalDate through) {
        return new Taken(substance, DORA, since, through, 0, false);
    }
}
