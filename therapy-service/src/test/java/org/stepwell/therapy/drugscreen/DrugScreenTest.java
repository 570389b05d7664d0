package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.drugscreen.ResultKind.CONFIRMED;
import static org.stepwell.therapy.drugscreen.ResultKind.PRESUMPTIVE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.drugscreen.ScreenResult.Reading;

class DrugScreenTest {

    private static final Catalogue CATALOGUE = new Catalogue();

    @ParameterizedTest
    @CsvSource(textBlock = """
            ORDERED,      COLLECTED REFUSED MISSED INSUFFICIENT INVALID CANCELLED
            COLLECTED,    INSUFFICIENT INVALID PRESUMPTIVE CONFIRMED CANCELLED
            PRESUMPTIVE,  INVALID CONFIRMED
            MISSED,       COLLECTED REFUSED INSUFFICIENT INVALID CANCELLED
            CONFIRMED,    ''
            REFUSED,      ''
            INSUFFICIENT, ''
            INVALID,      ''
            CANCELLED,    ORDERED
            """)
    void aScreenGoesForward(ScreenStatus from, String next) {
        assertThat(String.join(" ", from.next().stream().map(Enum::name).toList()))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            89,  INVALID
            90,  COLLECTED
            100, COLLECTED
            101, INVALID
            ,    COLLECTED
            """)
    void aSpecimenThatIsTooColdOrTooWarmIsInvalid(@Nullable Integer temperature, ScreenStatus expected) {
        var screen = ordered();

        screen.collect(NOW, temperature, DORA, NOW, ZoneOffset.UTC);

        assertThat(screen.status()).isEqualTo(expected);
    }

    @Test
    void aSpecimenWithLittleCreatinineIsDiluteAndSaysNothing() {
        var screen = collected();

        assertThat(screen.measured(20, DORA, NOW)).isTrue();
        assertThat(screen.measured(19, DORA, NOW)).isFalse();

        assertThat(screen.status()).isEqualTo(ScreenStatus.INVALID);
        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> found(screen, List.of(), presumed("OPIATES", true)));
        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> ordered().measured(5, DORA, NOW));
    }

    @Test
    void whatIsDiluteAsItIsConfirmedCountsNoMore() {
        var screen = collected();
        var presumed = result(screen, presumed("OPIATES", true));
        found(screen, List.of(), presumed("OPIATES", true));

        assertThat(screen.measured(19, DORA, NOW)).isFalse();

        assertThat(screen.status()).isEqualTo(ScreenStatus.INVALID);
        assertThat(WhatCounts.of(screen, List.of(presumed)).all()).isEmpty();
        assertRefused(ScreenRule.REVIEWED_ONCE_FOUND, () -> screen.reviewed(Set.of(), List.of(), NOW));
    }

    @Test
    void itIsCollectedOnceWhateverItsTemperature() {
        var screen = collected();

        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> screen.collect(NOW, 60, DORA, NOW, ZoneOffset.UTC));

        found(screen, List.of(), presumed("OPIATES", true));
        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> screen.collect(NOW, 60, DORA, NOW, ZoneOffset.UTC));
    }

    @Test
    void itIsCollectedOnItsDayAtATimeThatCame() {
        var screen = ordered();
        for (var at : List.of(NOW.plusSeconds(1), NOW.minus(Duration.ofDays(1)))) {
            assertRefused(ScreenRule.COLLECTED_ON_ITS_DAY, () -> screen.collect(at, null, DORA, NOW, ZoneOffset.UTC));
        }
        assertThat(screen.status()).isEqualTo(ScreenStatus.ORDERED);
        screen.collect(NOW.minusSeconds(3_600), null, DORA, NOW, ZoneOffset.UTC);
        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> screen.refuse(DORA, NOW));
    }

    @Test
    void whoeverWritesItDownTheNextMorningMay() {
        var screen = ordered();
        var later = NOW.plus(Duration.ofDays(1));
        screen.missed(later);

        screen.collect(NOW, 96, DORA, later, ZoneOffset.UTC);

        assertThat(screen.status()).isEqualTo(ScreenStatus.COLLECTED);
    }

    @Test
    void onlyWhatWasCollectedHasResults() {
        var refused = ordered();
        refused.refuse(DORA, NOW);

        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> found(refused, List.of(), presumed("OPIATES", true)));
        assertRefused(ScreenRule.SCREEN_GOES_FORWARD, () -> found(ordered(), List.of(), presumed("OPIATES", true)));
        assertRefused(ScreenRule.REVIEWED_ONCE_FOUND, () -> collected().reviewed(Set.of(), List.of(), NOW));
    }

    @Test
    void aResultIsOfAnAnalyteThatWasOrderedAndRecordedOnce() {
        var screen = collected();
        assertRefused(
                ScreenRule.RESULT_OF_WHAT_WAS_ORDERED, () -> found(screen, List.of(), presumed("TRAMADOL", true)));
        assertRefused(
                ScreenRule.RESULT_OF_WHAT_WAS_ORDERED,
                () -> found(screen, List.of(), presumed("OPIATES", true), presumed("OPIATES", false)));

        var before = result(screen, presumed("OPIATES", true));
        found(screen, List.of(), presumed("OPIATES", true));
        assertRefused(
                ScreenRule.RESULT_IS_RECORDED_ONCE, () -> found(screen, List.of(before), presumed("OPIATES", false)));
        found(screen, List.of(before), presumed("PCP", false));
        assertThat(screen.status()).isEqualTo(ScreenStatus.PRESUMPTIVE);
    }

    @Test
    void whatIsConfirmedComesAfterOrWithoutWhatIsPresumed() {
        var screen = collected();
        found(screen, List.of(), presumed("OPIATES", true));
        found(screen, List.of(), new Reading("OPIATES", CONFIRMED, false));
        assertThat(screen.status()).isEqualTo(ScreenStatus.CONFIRMED);

        found(screen, List.of(), presumed("PCP", true));
        assertThat(screen.status()).isEqualTo(ScreenStatus.CONFIRMED);
        var other = collected();
        found(other, List.of(), new Reading("OPIATES", CONFIRMED, true));
        assertThat(other.status()).isEqualTo(ScreenStatus.CONFIRMED);
    }

    @Test
    void theConfirmedResultCountsAndOfVersionsTheLast() {
        var screen = collected();
        var presumed = result(screen, presumed("OPIATES", true));
        found(screen, List.of(), presumed("OPIATES", true));
        assertThat(WhatCounts.of(screen, List.of(presumed)).positives()).containsExactly("OPIATES");

        var confirmed = result(screen, new Reading("OPIATES", CONFIRMED, false));
        assertThat(WhatCounts.of(screen, List.of(confirmed, presumed)).positives())
                .isEmpty();
        assertThat(WhatCounts.of(screen, List.of(presumed, confirmed)).counts(presumed))
                .isFalse();

        var corrected = confirmed.corrected(UUID.randomUUID(), true, "sealed", DORA, NOW);
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(corrected.detected()).isTrue();
        assertThat(WhatCounts.of(screen, List.of(corrected, confirmed, presumed))
                        .counts(corrected))
                .isTrue();
    }

    @Test
    void whatAPrescriptionExplainsIsAmongWhatWasFound() {
        var screen = collected();
        found(screen, List.of(), presumed("OPIATES", true));

        assertRefused(ScreenRule.EXPLAINED_IF_FOUND, () -> screen.reviewed(Set.of("OPIATES"), List.of("PCP"), NOW));
        assertThat(screen.reviewedAt()).isNull();
        screen.reviewed(Set.of("OPIATES"), List.of("OPIATES"), NOW);
        assertThat(screen.isExplained("OPIATES")).isTrue();
        screen.reviewed(Set.of("OPIATES"), List.of(), NOW);
        assertThat(screen.isExplained("OPIATES")).isFalse();
    }

    @Test
    void aPanelAndMoreAnalytesStandInTheCatalogue() {
        assertThat(ScreenWhat.of(CATALOGUE, "65750-2", List.of("FENTANYL", "OPIATES"), null)
                        .analytes())
                .containsExactly("AMPHETAMINES", "CANNABINOIDS", "COCAINE", "OPIATES", "PCP", "FENTANYL");
        assertThat(ScreenWhat.of(CATALOGUE, "87428-9", List.of("FENTANYL"), null)
                        .confirmation())
                .isEqualTo(ScreenWhat.Confirmation.REFLEX);
        assertThat(ScreenWhat.of(CATALOGUE, "65750-2", null, null).confirmation())
                .isEqualTo(ScreenWhat.Confirmation.NONE);
        assertRefused(ScreenRule.SCREEN_NAMES_ANALYTES, () -> ScreenWhat.of(CATALOGUE, "1-8", null, null));
        assertRefused(ScreenRule.SCREEN_NAMES_ANALYTES, () -> ScreenWhat.of(CATALOGUE, "69739-1", null, null));
        assertRefused(
                ScreenRule.SCREEN_NAMES_ANALYTES, () -> ScreenWhat.of(CATALOGUE, "65750-2", List.of("SUGAR"), null));
    }

    private static DrugScreen ordered() {
        return new DrugScreen(
                new DrugScreenId(UUID.randomUUID()),
                new DrugScreen.Asked(
                        new PatientId(UUID.randomUUID()), new EpisodeId(UUID.randomUUID()), TODAY, false, DORA, NOW),
                ScreenWhat.of(CATALOGUE, "65750-2", null, null));
    }

    private static DrugScreen collected() {
        var screen = ordered();
        screen.collect(NOW, 96, DORA, NOW, ZoneOffset.UTC);
        return screen;
    }

    private static Reading presumed(String analyte, boolean detected) {
        return new Reading(analyte, PRESUMPTIVE, detected);
    }

    private static void found(DrugScreen screen, List<ScreenResult> before, Reading... readings) {
        screen.found(List.of(readings), before, DORA, Instant.EPOCH.plusSeconds(1));
    }

    private static ScreenResult result(DrugScreen screen, Reading reading) {
        return new ScreenResult(UUID.randomUUID(), screen.id(), reading, true, DORA, NOW);
    }
}
