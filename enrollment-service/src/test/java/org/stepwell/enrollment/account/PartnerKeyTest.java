package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.problem.Refusal;

class PartnerKeyTest {

    @Test
    void aKeyOnTheCurveIsKeptAsASetOfOneWithWhatItSignsBy() throws IOException {
        var key = new ObjectMapper()
                .readTree(PartnerKey.read(PartnerKeys.curve()).jwks())
                .at("/keys/0");

        assertThat(key.path("kty").asText()).isEqualTo("EC");
        assertThat(key.path("crv").asText()).isEqualTo("P-384");
        assertThat(key.path("alg").asText()).isEqualTo("ES384");
        assertThat(key.path("use").asText()).isEqualTo("sig");
        assertThat(key.path("kid").asText()).hasSize(43);
        assertThat(key.has("d")).isFalse();
    }

    @Test
    void anRsaKeySignsByRs384() {
        var key =
                PartnerKey.read(PartnerKeys.pem("PUBLIC", PartnerKeys.rsa(2048).getPublic()));

        assertThat(key.algorithm()).isEqualTo("RS384");
        assertThat(key.jwks()).contains("\"kty\":\"RSA\"", "\"alg\":\"RS384\"");
    }

    @Test
    void thePrivateHalfIsNotTaken() {
        var pem = PartnerKeys.pem("PRIVATE", PartnerKeys.curve("secp384r1").getPrivate());

        assertRefused(pem, "This is the private half, which nobody but its owner may have. Make another pair.");
    }

    @Test
    void whatIsWeakOrOnAnotherCurveIsNotTaken() {
        assertRefused(
                PartnerKeys.pem("PUBLIC", PartnerKeys.rsa(1024).getPublic()), "It is a key of another kind or size.");
        assertRefused(
                PartnerKeys.pem("PUBLIC", PartnerKeys.curve("secp256r1").getPublic()),
                "It is a key of another kind or size.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssh-rsa AAAAB3NzaC1yc2E", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", "%", "é"})
    void whatIsNoKeyIsNotTaken(String text) {
        assertRefused(text, "It can not be read.");
    }

    private static void assertRefused(String pem, String detail) {
        assertThatThrownBy(() -> PartnerKey.read(pem)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo(AccountRule.PARTNER_SIGNS_WITH_ITS_KEY);
            assertThat(refusal.detail()).isEqualTo(detail);
            assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/publicKey");
        });
    }
}
