package org.stepwell.therapy.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;

/** Who signs, and what stands under it. */
class SignerTest {

    private static final StaffId DORA = new StaffId(UUID.randomUUID());

    @Test
    void nobodySignsWithoutCredentials() {
        var refused = catchThrowableOfType(Refusal.class, () -> Signer.of(DORA, List.of(), false));

        assertThat(refused.rule()).isEqualTo(RosterRule.SIGNER_HAS_CREDENTIALS);
        assertThat(refused.detail()).contains("Have them entered in scheduling");
    }

    @Test
    void whoPractisesIndependentlyStandsByWhatAnotherSigned() {
        var another = new StaffId(UUID.randomUUID());

        assertThat(new Signer(DORA, "LCSW", true).standsBy(another)).isTrue();
        assertThat(new Signer(DORA, "LCSW", true).standsBy(DORA)).isFalse();
        assertThat(new Signer(DORA, "CADC", false).standsBy(another)).isFalse();
    }

    @Test
    void allCredentialsStandUnderASignatureInOneOrder() {
        assertThat(Signer.of(DORA, List.of("LCSW", "CADC"), true).credentials()).isEqualTo("CADC, LCSW");
    }
}
