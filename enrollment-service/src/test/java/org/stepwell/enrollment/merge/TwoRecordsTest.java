package org.stepwell.enrollment.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.problem.Refusal;

/** What may be merged. */
class TwoRecordsTest {

    @Test
    void aRecordThatWasMadeByMistakeIsMerged() {
        var records = new TwoRecords(
                false, false, false, false, false, Set.of("NO_TRANSPORT"), Set.of("F10.20", "PREGNANCY"), Set.of());

        assertThatCode(records::mustBeMergeable).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  false, false, false, false, ONE_RECORD_IS_NO_DUPLICATE
            false, true,  false, false, false, DUPLICATE_WAS_IN_CARE
            false, true,  true,  true,  true,  DUPLICATE_WAS_IN_CARE
            false, false, true,  false, false, DUPLICATE_WAITS
            false, false, false, true,  false, DUPLICATE_CONSENTED
            false, false, false, false, true,  DUPLICATE_HAS_ACCOUNT
            """)
    void whatHoldsAPersonIsNotMergedAway(
            boolean same, boolean wasIn, boolean waits, boolean consented, boolean comesIn, MergeRule rule) {
        var records = new TwoRecords(same, wasIn, waits, consented, comesIn, Set.of(), Set.of(), Set.of());

        assertRefused(rule, records::mustBeMergeable);
    }

    @Test
    void whatStandsInBothIsNamed() {
        var records = new TwoRecords(
                false, false, false, false, false, Set.of("F10.20", "NO_TRANSPORT"), Set.of("NO_TRANSPORT"), Set.of());

        var refusal = catchThrowableOfType(Refusal.class, records::mustBeMergeable);

        assertThat(refusal.rule()).isEqualTo(MergeRule.STANDS_IN_BOTH);
        assertThat(refusal.detail()).contains("NO_TRANSPORT").doesNotContain("F10.20");
    }

    @Test
    void whenBothAreCoveredIsSaid() {
        var records = new TwoRecords(
                false, false, false, false, false, Set.of(), Set.of(), Set.of("from 2026-01-01 to 2026-06-30"));

        var refusal = catchThrowableOfType(Refusal.class, records::mustBeMergeable);

        assertThat(refusal.rule()).isEqualTo(MergeRule.COVERED_IN_BOTH);
        assertThat(refusal.detail()).contains("holds from 2026-01-01 to 2026-06-30");
    }
}
