package org.stepwell.enrollment.account;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.jwt.Claims;
import org.stepwell.platform.database.Uuid7;

/**
 * By which this service says who it is: a key of its own that never leaves it ({@code private_key_jwt}, RFC 7523). What it
 * sends is good for one sign-in within half a minute, so that nothing Keycloak keeps or a proxy logs opens the door again.
 */
record ClientKey(PrivateKey key) {

    /** Half of what the realm takes at most, so that clocks may differ. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    /** From PKCS#8 in Base64, with or without the lines around a PEM file. */
    static ClientKey read(String pkcs8) throws GeneralSecurityException {
        var digits = pkcs8.replaceAll("-----[A-Z ]+-----", "").strip();
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(digits));
            return new ClientKey(KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** A signed statement that this is the client, for this issuer alone. */
    String assertion(String client, String issuer) {
        return Jwt.issuer(client)
                .subject(client)
                .audience(issuer)
                .claim(Claims.jti, Uuid7.next().toString())
                .expiresIn(LIFE)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(key);
    }
}
