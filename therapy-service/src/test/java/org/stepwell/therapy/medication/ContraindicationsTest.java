package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.formulary.Substance.BUPRENORPHINE;
import static org.stepwell.therapy.formulary.Substance.METHADONE;
import static org.stepwell.therapy.formulary.Substance.NALOXONE;
import static org.stepwell.therapy.formulary.Substance.NALTREXONE;
import static org.stepwell.therapy.formulary.Substance.OXYCODONE;
import static org.stepwell.therapy.medication.Check.ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS;
import static org.stepwell.therapy.medication.Check.ACAMPROSATE_NEEDS_KIDNEYS;
import static org.stepwell.therapy.medication.Check.BUPRENORPHINE_STARTED_IN_WITHDRAWAL;
import static org.stepwell.therapy.medication.Check.DISULFIRAM_TWELVE_HOURS_AFTER_ALCOHOL;
import static org.stepwell.therapy.medication.Check.DISULFIRAM_WITH_CONSENT;
import static org.stepwell.therapy.medication.Check.LIVER_TESTS_BEFORE_NALTREXONE;
import static org.stepwell.therapy.medication.Check.NALTREXONE_SEVEN_DAYS_AFTER_OPIOIDS;
import static org.stepwell.therapy.medication.Check.NALTREXONE_TEN_DAYS_AFTER_OPIOIDS;
import static org.stepwell.therapy.medication.Check.OPIOIDS_AND_NALTREXONE_APART;
import static org.stepwell.therapy.medication.Check.PDMP_LOOKED_AT;
import static org.stepwell.therapy.medication.Check.SAME_SUBSTANCE_IS_TAKEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.Check.Grade;
import org.stepwell.therapy.medication.Contraindications.Outcome;
import org.stepwell.therapy.medication.Contraindications.Situation;
import org.stepwell.therapy.medication.MedicationSettings.PdmpRule;
import org.stepwell.therapy.medication.OrderInputs.LastOpioid;

/** What is held against an order, by the days and values at which it begins to be. */
class ContraindicationsTest {

    private static final MedicationSettings USUAL = new Asked(PdmpRule.WARNS, 7, 8, 90, 2);
    private static final String FILM = "BUPRENORPHINE_NALOXONE_FILM_8";
    private static final String SHOT = "NALTREXONE_INJECTION_380";
    private static final String ACAMPROSATE = "ACAMPROSATE_TABLET_333";
    private static final String DISULFIRAM = "DISULFIRAM_TABLET_250";

    private record Asked(PdmpRule pdmp, int pdmpDays, int cowsLeast, int liverTestDays, int closingDays)
            implements MedicationSettings {}

    @ParameterizedTest
    @CsvSource(textBlock = """
            SHORT_ACTING,  6, STOPS
            SHORT_ACTING,  7, WARNS
            SHORT_ACTING,  9, WARNS
            SHORT_ACTING, 10, NOTHING
            LONG_ACTING,   9, STOPS
            LONG_ACTING,  10, WARNS
            LONG_ACTING,  13, WARNS
            LONG_ACTING,  14, NOTHING
            """)
    void naltrexoneComesDaysAfterTheLastOpioid(LastOpioid kind, int days, String expected) {
        var found = of(SHOT, 1, opioid(kind, TODAY.minusDays(days)), Set.of());

        var about = EnumSet.of(NALTREXONE_SEVEN_DAYS_AFTER_OPIOIDS, NALTREXONE_TEN_DAYS_AFTER_OPIOIDS);
        var grades = found.findings().stream()
                .filter(finding -> about.contains(finding.check()))
                .map(finding -> finding.grade().name())
                .toList();
        assertThat(grades).isEqualTo(expected.equals("NOTHING") ? List.of() : List.of(expected));
    }

    @Test
    void naltrexoneAsksForTheLastOpioidAndItsDay() {
        assertAsks(of(SHOT, 1, OrderInputs.NOTHING, Set.of()), "/inputs/lastOpioid");
        assertAsks(of(SHOT, 1, opioid(LastOpioid.SHORT_ACTING, null), Set.of()), "/inputs/lastOpioidOn");
        assertAsks(of(SHOT, 1, opioid(LastOpioid.SHORT_ACTING, TODAY.plusDays(1)), Set.of()), "/inputs/lastOpioidOn");
        assertThat(of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of()).asks()).isEmpty();
    }

    @Test
    void naltrexoneIsNotGivenWhileAnOpioidIsTakenNorTheOtherWayRound() {
        for (var opioid : List.of(BUPRENORPHINE, METHADONE, OXYCODONE)) {
            assertStops(of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of(opioid)), OPIOIDS_AND_NALTREXONE_APART);
        }
        assertStops(of(FILM, 1, OrderInputs.NOTHING, Set.of(NALTREXONE)), OPIOIDS_AND_NALTREXONE_APART);
        assertThat(checks(of(ACAMPROSATE, 1, clearance(90), Set.of(NALTREXONE, METHADONE))))
                .isEmpty();
        assertThat(checks(of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of(NALOXONE))))
                .doesNotContain(OPIOIDS_AND_NALTREXONE_APART);
    }

    @Test
    void liverTestsAreNotedBeforeNaltrexoneAndCountForNinetyDays() {
        assertWarns(of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of()), LIVER_TESTS_BEFORE_NALTREXONE);
        assertWarns(of(SHOT, 1, tested(TODAY.minusDays(91)), Set.of()), LIVER_TESTS_BEFORE_NALTREXONE);
        assertThat(checks(of(SHOT, 1, tested(TODAY.minusDays(90)), Set.of()))).isEmpty();
        assertThat(checks(of("NALTREXONE_TABLET_50", 1, tested(TODAY), Set.of())))
                .isEmpty();
        assertAsks(of(SHOT, 1, tested(TODAY.plusDays(1)), Set.of()), "/inputs/liverTestedOn");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SHORT_ACTING,  7, true
            SHORT_ACTING,  8, false
            LONG_ACTING,  11, true
            LONG_ACTING,  12, false
            NONE,          8, false
            """)
    void buprenorphineIsBegunInWithdrawal(LastOpioid kind, int points, boolean warned) {
        var found = of(FILM, 1, cows(kind, points), Set.of());

        assertThat(checks(found).contains(BUPRENORPHINE_STARTED_IN_WITHDRAWAL)).isEqualTo(warned);
    }

    @Test
    void whoHasMethadoneFromElsewhereWaitsLonger() {
        assertThat(checks(of(FILM, 1, cows(null, 11), Set.of(METHADONE))))
                .contains(BUPRENORPHINE_STARTED_IN_WITHDRAWAL);
        assertThat(checks(of(FILM, 1, cows(null, 11), Set.of()))).doesNotContain(BUPRENORPHINE_STARTED_IN_WITHDRAWAL);
    }

    @Test
    void whoDidNotTakeCowsIsWarnedAndWhoTakesBuprenorphineAlreadyIsNot() {
        assertWarns(of(FILM, 1, OrderInputs.NOTHING, Set.of()), BUPRENORPHINE_STARTED_IN_WITHDRAWAL);
        assertThat(checks(of("SUBLOCADE_300", 1, OrderInputs.NOTHING, Set.of(BUPRENORPHINE))))
                .containsExactly(SAME_SUBSTANCE_IS_TAKEN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            30, 1, ACAMPROSATE_NEEDS_KIDNEYS
            31, 1,
            31, 2, ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS
            50, 2, ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS
            51, 2,
            """)
    void acamprosateNeedsKidneys(int clearance, int tablets, @Nullable Check expected) {
        assertThat(checks(of(ACAMPROSATE, tablets, clearance(clearance), Set.of())))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(ACAMPROSATE_NEEDS_KIDNEYS.finds("").grade()).isEqualTo(Grade.STOPS);
        assertThat(ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS.finds("").grade()).isEqualTo(Grade.WARNS);
    }

    @Test
    void acamprosateAsksForTheClearance() {
        assertAsks(of(ACAMPROSATE, 1, OrderInputs.NOTHING, Set.of()), "/inputs/creatinineClearance");
    }

    @Test
    void disulfiramComesTwelveHoursAfterAlcoholAndWithConsent() {
        var now = NOW;
        assertStops(
                alcohol(now.minus(Duration.ofHours(12)).plusSeconds(1), true), DISULFIRAM_TWELVE_HOURS_AFTER_ALCOHOL);
        assertThat(checks(alcohol(now.minus(Duration.ofHours(12)), true))).isEmpty();
        assertStops(alcohol(now.minus(Duration.ofDays(3)), false), DISULFIRAM_WITH_CONSENT);
        assertAsks(alcohol(null, true), "/inputs/lastAlcoholAt");
        assertAsks(alcohol(now.plusSeconds(1), true), "/inputs/lastAlcoholAt");
        assertAsks(alcohol(now.minus(Duration.ofDays(3)), null), "/inputs/consentsToDisulfiram");
    }

    @Test
    void aControlledSubstanceAsksForALookIntoTheMonitoringProgram() {
        assertWarns(looked(USUAL, null), PDMP_LOOKED_AT);
        assertWarns(looked(USUAL, TODAY.minusDays(8)), PDMP_LOOKED_AT);
        assertThat(checks(looked(USUAL, TODAY.minusDays(7)))).isEmpty();
        assertStops(looked(new Asked(PdmpRule.STOPS, 7, 8, 90, 2), null), PDMP_LOOKED_AT);
        assertThat(checks(looked(new Asked(PdmpRule.OFF, 7, 8, 90, 2), null))).isEmpty();
        assertThat(checks(of(ACAMPROSATE, 1, clearance(90), Set.of()))).isEmpty();
    }

    @Test
    void whatIsAskedComesFirstThenWhatStopsThenWhatIsNotAnswered() {
        var asks = of(SHOT, 1, OrderInputs.NOTHING, Set.of(METHADONE));
        var stops = of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of(METHADONE));
        var warns = of(SHOT, 1, opioid(LastOpioid.NONE, null), Set.of());

        assertRefused(MedicationRule.CHECKS_ASK, () -> OrderChecks.mustAllow(asks, EnumSet.allOf(Check.class)));
        assertRefused(OPIOIDS_AND_NALTREXONE_APART, () -> OrderChecks.mustAllow(stops, EnumSet.allOf(Check.class)));
        assertRefused(MedicationRule.WARNINGS_ARE_ANSWERED, () -> OrderChecks.mustAllow(warns, Set.of()));
        assertRefused(MedicationRule.WARNINGS_ARE_ANSWERED, () -> OrderChecks.mustAllow(warns, Set.of(PDMP_LOOKED_AT)));
        OrderChecks.mustAllow(warns, Set.of(LIVER_TESTS_BEFORE_NALTREXONE));
    }

    private static Outcome of(String product, int units, OrderInputs inputs, Set<Substance> taken) {
        return Contraindications.of(
                new Situation(Orders.product(product), units, inputs, taken, List.of(), TODAY, TODAY, NOW), USUAL);
    }

    private static Outcome looked(MedicationSettings settings, @Nullable LocalDate on) {
        return Contraindications.of(
                new Situation(Orders.product(FILM), 1, cows(LastOpioid.NONE, 12), Set.of(), List.of(), on, TODAY, NOW),
                settings);
    }

    private static Outcome alcohol(@Nullable Instant last, @Nullable Boolean consents) {
        return of(DISULFIRAM, 1, new OrderInputs(null, null, last, consents, null, null, null), Set.of());
    }

    private static OrderInputs opioid(LastOpioid kind, @Nullable LocalDate on) {
        return new OrderInputs(kind, on, null, null, null, null, null);
    }

    private static OrderInputs tested(LocalDate on) {
        return new OrderInputs(LastOpioid.NONE, null, null, null, null, on, null);
    }

    private static OrderInputs cows(@Nullable LastOpioid kind, int points) {
        return new OrderInputs(kind, null, null, null, null, null, points);
    }

    private static OrderInputs clearance(int clearance) {
        return new OrderInputs(null, null, null, null, clearance, null, null);
    }

    private static List<Check> checks(Outcome outcome) {
        return outcome.findings().stream().map(Finding::check).toList();
    }

    private static void assertAsks(Outcome outcome, String pointer) {
        assertThat(outcome.asks()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    private static void assertStops(Outcome outcome, Check check) {
        assertThat(outcome.findings()).anyMatch(one -> one.check() == check && one.grade() == Grade.STOPS);
    }

    private static void assertWarns(Outcome outcome, Check check) {
        assertThat(outcome.findings())
                .filteredOn(one -> one.check() == check)
                .singleElement()
                .matches(one -> one.grade() == Grade.WARNS);
    }
}
