package org.stepwell.enrollment.account;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * The public half of the key with which a partner's system says who it is ({@code private_key_jwt}, RFC 7523): RSA, or the
 * curve P-384, as SMART Backend Services asks of every server.
 */
record PartnerKey(PublicKey key, String algorithm) {

    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 8192;
    private static final int P_384 = 384;
    private static final Map<String, String> FAMILIES = Map.of("RSA", "RS384", "EC", "ES384");

    /** From PEM, as {@code openssl pkey -pubout} writes it. */
    static PartnerKey read(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw refused("This is the private half, which nobody but its owner may have. Make another pair.");
        }
        for (var family : FAMILIES.entrySet()) {
            try {
                var digits = pem.replaceAll("-----[A-Z ]+-----", "").strip();
                var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(digits));
                var key = KeyFactory.getInstance(family.getKey()).generatePublic(encoded);
                if (!strong(key)) {
                    throw refused("It is a key of another kind or size.");
                }
                return new PartnerKey(key, family.getValue());
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // of the other family, or of none
            }
        }
        throw refused("It can not be read.");
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= RSA_BITS_MIN && rsa.getModulus().bitLength() <= RSA_BITS_MAX;
            case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize() == P_384;
            default -> false;
        };
    }

    private static Refusal refused(String detail) {
        return new Refusal(
                AccountRule.PARTNER_SIGNS_WITH_ITS_KEY,
                detail,
                List.of(new FieldError("/publicKey", "the public half in PEM, as openssl pkey -pubout writes it")));
    }

    /** As a set of one key (RFC 7517), named by its own digest. */
    String jwks() {
        try {
            var known = PublicJsonWebKey.Factory.newPublicJwk(key);
            known.setKeyId(known.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
            known.setAlgorithm(algorithm);
            known.setUse(Use.SIGNATURE);
            return new JsonWebKeySet(known).toJson();
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was read is written", e);
        }
    }
}
