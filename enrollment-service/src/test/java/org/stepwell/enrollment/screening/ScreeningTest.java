package org.stepwell.enrollment.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.enrollment.stop.Grounds;
import org.stepwell.enrollment.stop.Stop;

class ScreeningTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate BORN = LocalDate.parse("1991-04-12");
    private static final Grounds WHY = new Grounds("She came through the last year well.", null);

    @Test
    void aVisitDoesNotEndWhileTheSuicideScreenerIsDue() {
        assertRefused(ScreeningRule.SUICIDE_SCREENER_DUE, () -> concluding(seen(2), Set.of(Stop.SUICIDE_ITEM)));
        assertRefused(
                ScreeningRule.SUICIDE_SCREENER_DUE,
                () -> Screening.concluding(
                        new ScreeningId(UUID.randomUUID()),
                        seen(2),
                        new Standing(Set.of(), List.of()),
                        Set.of(Stop.SUICIDE_ITEM),
                        "c1",
                        MONDAY));
    }

    @Test
    void anEmergencySuggestsNothingUntilItIsDealtWith() {
        var screening = concluding(seen(2), Set.of(Stop.MEDICAL_EMERGENCY));

        assertThat(screening.firedRule()).isEqualTo(LevelSuggestion.R0);
        assertThat(screening.suggestion(true).levels()).isEmpty();
        assertThat(screening.suggestion(false)).isEqualTo(LevelSuggestion.R7);
    }

    @Test
    void anOverridableStopLeavesTheSuggestionAsItIs() {
        var screening = concluding(seen(2), Set.of(Stop.NO_TRANSPORT, Stop.MODERATE_WITHDRAWAL));

        assertThat(screening.firedRule()).isEqualTo(LevelSuggestion.R7);
    }

    @Test
    void whoIsYoungIsSuggestedALevelAsEverybodyIs() {
        var screening = concluding(seen(2), Set.of(Stop.UNDER_AGE));

        assertThat(screening.firedRule()).isEqualTo(LevelSuggestion.R7);
    }

    @Test
    void eachLevelThatTheRuleSuggestsIsDecidedWithoutAReason() {
        var home = new Screening.Seen(new PatientId(UUID.randomUUID()), new Dimensions(0, 0, 0, 3, 3, 3), false);

        for (var level : List.of("3.1", "3.5")) {
            var screening = concluding(home, Set.of());
            screening.decide(level, null, String::toString, false, "c1", MONDAY);
            assertThat(Objects.requireNonNull(screening.decision()).level()).isEqualTo(level);
        }
        assertRefused(
                ScreeningRule.LEVEL_SAYS_WHY,
                () -> concluding(home, Set.of()).decide("3.7", null, String::toString, false, "c1", MONDAY));
    }

    @Test
    void aVisitFindsWhatWasStatedAndWhatFollows() {
        assertThat(Screening.found(seen(2), Set.of(Stop.NO_TRANSPORT), BORN, TODAY))
                .containsExactly(Stop.NO_TRANSPORT);
        assertThat(Screening.found(seen(0), Set.of(), BORN, TODAY)).containsExactly(Stop.OTHER_LEVEL);
        assertThat(Screening.found(seen(2), Set.of(), TODAY.minusYears(18).plusDays(1), TODAY))
                .containsExactly(Stop.UNDER_AGE);
        assertThat(Screening.found(seen(2), Set.of(), TODAY.minusYears(18), TODAY))
                .isEmpty();
    }

    @Test
    void whoWasBornOnTheLeapDayIsOfAgeOnTheFirstOfMarch() {
        var born = LocalDate.parse("2008-02-29");

        assertThat(Screening.found(seen(2), Set.of(), born, LocalDate.parse("2026-02-28")))
                .containsExactly(Stop.UNDER_AGE);
        assertThat(Screening.found(seen(2), Set.of(), born, LocalDate.parse("2026-03-01")))
                .isEmpty();
    }

    @Test
    void aDecisionForAnotherLevelSaysWhy() {
        var screening = concluding(seen(2), Set.of());

        assertRefused(
                ScreeningRule.LEVEL_SAYS_WHY,
                () -> screening.decide("2.5", null, String::toString, false, "c1", MONDAY));
        assertThat(screening.decision()).isNull();

        screening.decide("2.5", WHY, text -> "sealed " + text, false, "c1", MONDAY);

        var decided = Objects.requireNonNull(screening.decision());
        assertThat(decided.level()).isEqualTo("2.5");
        assertThat(decided.reason()).isEqualTo("sealed She came through the last year well.");
        assertThat(screening.suggestion(false).levels()).containsExactly("2.1");
    }

    @Test
    void aDecisionForTheSuggestedLevelNeedsNoReason() {
        var screening = concluding(seen(2), Set.of());

        screening.decide("2.1", null, String::toString, false, "c1", MONDAY);

        assertThat(Objects.requireNonNull(screening.decision()).reason()).isNull();
    }

    @Test
    void whileAnEmergencyStandsAnyLevelIsAnother() {
        var screening = concluding(seen(2), Set.of(Stop.OVERDOSE_TODAY));

        assertRefused(
                ScreeningRule.LEVEL_SAYS_WHY,
                () -> screening.decide("2.1", null, String::toString, true, "c1", MONDAY));
    }

    private static Screening concluding(Screening.Seen seen, Set<Stop> open) {
        var standing = new Standing(open, List.of());
        return Screening.concluding(new ScreeningId(UUID.randomUUID()), seen, standing, Set.of(), "intake:i1", MONDAY);
    }

    private static Screening.Seen seen(int readiness) {
        return new Screening.Seen(new PatientId(UUID.randomUUID()), new Dimensions(0, 0, 0, readiness, 0, 0), false);
    }
}
