package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restore cut off is given up by its number and its moment, and nothing else is. */
class GivenUpTest {

    private static final Instant RESTORED = Instant.parse("2026-01-31T14:30:00Z");
    private static final GivenUp BEHIND_TEN = GivenUp.parse("10@2026-01-31T14:30:00Z");

    @Test
    void onlyWhatWasBehindAndBeforeIsGivenUp() {
        assertThat(BEHIND_TEN.concerns(anchor(11, RESTORED.minusMillis(1)))).isTrue();

        assertThat(BEHIND_TEN.concerns(anchor(10, RESTORED.minusMillis(1))))
                .as("it is there still, and held against its anchor")
                .isFalse();
        assertThat(BEHIND_TEN.concerns(anchor(11, RESTORED)))
                .as("said by the one that was restored")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "@2026-01-31T14:30:00Z", "-1@2026-01-31T14:30:00Z", "10@yesterday"})
    void whatCanNotBeReadGivesUpNothing(String written) {
        assertThatThrownBy(() -> GivenUp.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4711@2026-01-31T14:30:00Z");
    }

    private static AuditAnchor anchor(long sequence, Instant at) {
        return new AuditAnchor(sequence, "hash", at);
    }
}
