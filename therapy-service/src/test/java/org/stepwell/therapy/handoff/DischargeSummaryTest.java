package org.stepwell.therapy.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.handoff.HandoffRule.SIGNED_ONCE_THEY_LEFT;
import static org.stepwell.therapy.handoff.HandoffRule.SUMMARY_ADDED_TO_ONCE_SIGNED;
import static org.stepwell.therapy.handoff.HandoffRule.SUMMARY_BEGINS_WITH_THE_END;
import static org.stepwell.therapy.handoff.HandoffRule.SUMMARY_COSIGNED_BY_ANOTHER;
import static org.stepwell.therapy.handoff.HandoffRule.SUMMARY_IS_LOCKED;
import static org.stepwell.therapy.handoff.HandoffRule.SUMMARY_SIGNED_ONCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.handoff.SummaryTexts.Opened;
import org.stepwell.therapy.roster.Signer;

class DischargeSummaryTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate DUE = FRIDAY.plusDays(7);
    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00Z");
    private static final Opened TEXT = new Opened("{\"reasons\":\"moved\"}", "{\"notes\":1}");
    private static final Signer DORA = signer(true);
    private static final Signer COUNSELOR = signer(false);

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(textBlock = """
            DRAFT,     SIGNED,    true
            DRAFT,     WITHDRAWN, true
            SIGNED,    DRAFT,     false
            SIGNED,    WITHDRAWN, false
            WITHDRAWN, DRAFT,     true
            WITHDRAWN, SIGNED,    false
            """)
    void aSummaryIsBegunAndSigned(SummaryStatus from, SummaryStatus to, boolean may) {
        assertThat(from.next().contains(to)).isEqualTo(may);
    }

    @Test
    void whoeverStaysLeavesADraftThatNobodyWroteInAndItBeginsAnewWhenTheyGo() {
        var summary = planned(FRIDAY);

        summary.isNotOwed();
        assertThat(summary.status()).isEqualTo(SummaryStatus.WITHDRAWN);
        assertThat(summary.looksOn()).isEmpty();
        assertRefused(SUMMARY_BEGINS_WITH_THE_END, () -> summary.write("sealed", DORA.staff(), NOW));

        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);
        assertThat(summary.status()).isEqualTo(SummaryStatus.DRAFT);
        assertThat(summary.isOwed()).isTrue();
    }

    @Test
    void whatSomebodyWroteIsKeptWhenThePatientStaysAndSignedByNobodyUntilTheyLeave() {
        var summary = planned(FRIDAY);
        summary.write("sealed", DORA.staff(), NOW);

        summary.isNotOwed();

        assertThat(summary.status()).isEqualTo(SummaryStatus.DRAFT);
        assertThat(summary.content()).isEqualTo("sealed");
        assertThat(summary.isOwed()).isFalse();
        assertThat(summary.deadline().dueOn()).isNull();
        assertRefused(SIGNED_ONCE_THEY_LEFT, () -> summary.sign(DORA, "facts", FRIDAY, NOW));
    }

    @Test
    void itIsSignedFromTheLastDayOnAndNotBeforeSomebodyDischargedThePatient() {
        var summary = planned(FRIDAY);
        summary.write("sealed", DORA.staff(), NOW);
        assertRefused(SIGNED_ONCE_THEY_LEFT, () -> summary.sign(DORA, "facts", FRIDAY, NOW));
        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);
        assertRefused(SIGNED_ONCE_THEY_LEFT, () -> summary.sign(DORA, "facts", FRIDAY.minusDays(1), NOW));

        summary.sign(DORA, "facts", FRIDAY, NOW);

        assertThat(summary.signatures().complete()).isTrue();
    }

    @Test
    void itIsAskedForAsTheLastDayBeginsAndLateAfterTheDayItWasDueOn() {
        var summary = planned(FRIDAY);
        assertThat(summary.looksOn()).contains(FRIDAY);
        assertThat(summary.lookedAt(FRIDAY.minusDays(1), NOW)).isFalse();
        assertThat(summary.lookedAt(FRIDAY, NOW)).isTrue();
        assertThat(summary.looksOn()).isEmpty(); // of whoever has not left, nothing is late

        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);

        assertThat(summary.looksOn()).contains(DUE.plusDays(1));
        assertThat(summary.lookedAt(DUE, NOW)).isFalse();
        assertThat(summary.deadline().overdueAt()).isNull();
        assertThat(summary.lookedAt(DUE.plusDays(1), NOW)).isFalse();
        assertThat(summary.deadline().overdueAt()).isEqualTo(NOW);
        assertThat(summary.looksOn()).isEmpty();
    }

    @Test
    void whatWasNotAskedForInTimeIsAskedForAndLateAtOnce() {
        var summary = left();

        assertThat(summary.lookedAt(DUE.plusDays(30), NOW)).isTrue();

        assertThat(summary.deadline().overdueAt()).isEqualTo(NOW);
        assertThat(summary.looksOn()).isEmpty();
    }

    @Test
    void anotherLastDayIsAskedForAnewWhereItIsAheadAndIsLateAtAnotherTime() {
        var summary = planned(FRIDAY);
        summary.lookedAt(FRIDAY, NOW);

        var later = FRIDAY.plusDays(14);
        summary.ends(plannedFor(later), later.plusDays(7), FRIDAY, NOW);
        assertThat(summary.looksOn()).contains(later);

        summary.lookedAt(later, NOW);
        summary.ends(left(FRIDAY), DUE, later, NOW);
        assertThat(summary.looksOn()).contains(DUE.plusDays(1));
        summary.lookedAt(later, NOW);
        summary.ends(left(FRIDAY), DUE, later, NOW); // said twice
        assertThat(summary.deadline().overdueAt()).isEqualTo(NOW);
        summary.ends(left(FRIDAY.plusDays(7)), DUE.plusDays(7), later, NOW);
        assertThat(summary.deadline().overdueAt()).isNull();
    }

    @Test
    void whatACounselorSignsWaitsForSomebodyElseWhoPractisesIndependently() {
        var summary = written();
        summary.sign(COUNSELOR, "facts", FRIDAY, NOW);
        assertThat(summary.signatures().waitForAnother()).isTrue();

        assertRefused(SUMMARY_COSIGNED_BY_ANOTHER, () -> summary.sign(COUNSELOR, "other", FRIDAY, NOW));
        assertRefused(SUMMARY_COSIGNED_BY_ANOTHER, () -> summary.sign(signer(false), "other", FRIDAY, NOW));
        summary.sign(DORA, "other", FRIDAY, NOW.plusSeconds(60));

        assertThat(summary.signatures().complete()).isTrue();
        assertThat(summary.facts()).isEqualTo("facts");
        assertThat(summary.signatures().completeAt()).isEqualTo(NOW.plusSeconds(60));
        assertRefused(SUMMARY_SIGNED_ONCE, () -> summary.sign(DORA, "other", FRIDAY, NOW));
    }

    @Test
    void whoeverSignedAnotherTextOrAnotherEndSignsAgain() {
        var summary = written();
        summary.sign(COUNSELOR, "facts", FRIDAY, NOW);
        summary.write("sealed anew", DORA.staff(), NOW);
        assertThat(summary.signatures().begun()).isFalse();
        assertThat(summary.facts()).isNull();

        summary.sign(COUNSELOR, "facts", FRIDAY, NOW);
        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);
        assertThat(summary.signatures().begun()).isTrue();
        summary.ends(left(FRIDAY.minusDays(1)), DUE.minusDays(1), FRIDAY, NOW);
        assertThat(summary.signatures().begun()).isFalse();
    }

    @Test
    void whatIsSignedIsLockedAndIsAddedTo() {
        var summary = written();
        assertRefused(SUMMARY_ADDED_TO_ONCE_SIGNED, summary::mustTakeAddenda);
        summary.sign(DORA, "facts", FRIDAY, NOW);
        summary.lock(TEXT);

        assertRefused(SUMMARY_IS_LOCKED, () -> summary.write("other", DORA.staff(), NOW));
        assertRefused(SUMMARY_IS_LOCKED, () -> summary.sign(signer(true), "other", FRIDAY, NOW));
        summary.isNotOwed();
        assertThat(summary.status()).isEqualTo(SummaryStatus.SIGNED);
        assertThat(summary.looksOn()).isEmpty();
        summary.mustTakeAddenda();
    }

    @Test
    void theFingerprintTellsWhetherTextAndFactsAreThoseThatWereSigned() {
        var summary = written();
        assertThat(summary.holds(TEXT)).isNull();
        summary.sign(DORA, "facts", FRIDAY, NOW);
        summary.lock(TEXT);

        assertThat(summary.holds(TEXT)).isTrue();
        assertThat(summary.holds(new Opened(TEXT.content() + " ", TEXT.facts())))
                .isFalse();
        assertThat(summary.holds(new Opened(TEXT.content(), TEXT.facts() + " ")))
                .isFalse();
    }

    @Test
    void anEndThatIsCorrectedAfterTheSignatureIsNotedUnderIt() {
        var summary = written();
        summary.sign(DORA, "facts", FRIDAY, NOW);
        summary.lock(TEXT);

        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);
        assertThat(summary.correctedAt()).isNull();
        var later = NOW.plus(Duration.ofDays(3));
        summary.ends(left(FRIDAY.minusDays(2)), DUE, FRIDAY, later);

        assertThat(summary.correctedAt()).isEqualTo(later);
        assertThat(summary.holds(TEXT)).isTrue();
        assertThat(summary.status()).isEqualTo(SummaryStatus.SIGNED);
    }

    private static DischargeSummary planned(LocalDate day) {
        var summary = new DischargeSummary(new EpisodeId(Uuid7.next()), new PatientId(Uuid7.next()), NOW);
        var today = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(10);
        summary.ends(plannedFor(day), day.plusDays(7), today, NOW);
        return summary;
    }

    private static DischargeSummary left() {
        var summary = planned(FRIDAY);
        summary.ends(left(FRIDAY), DUE, FRIDAY, NOW);
        return summary;
    }

    private static DischargeSummary written() {
        var summary = left();
        summary.write("sealed", DORA.staff(), NOW);
        return summary;
    }

    private static Ending plannedFor(LocalDate day) {
        return new Ending(day, false, DischargeReason.COMPLETED_GOALS_MET, null, "1");
    }

    private static Ending left(LocalDate day) {
        return new Ending(day, true, DischargeReason.COMPLETED_GOALS_MET, null, "1");
    }

    private static Signer signer(boolean independent) {
        return new Signer(new StaffId(Uuid7.next()), independent ? "LCSW" : "CADC", independent);
    }
}
