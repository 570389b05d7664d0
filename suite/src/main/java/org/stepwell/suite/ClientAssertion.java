package org.stepwell.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * What a client says of itself to the realm, signed with its RSA key ({@code private_key_jwt}, RFC 7523).
 *
 * @param audience the realm itself
 * @param id used once
 */
public record ClientAssertion(String client, String audience, String id, Instant issued, Duration life) {

    private static final String BY_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Signs it by RS256 or RS384. */
    public String signed(PrivateKey key, String algorithm) throws GeneralSecurityException {
        var claims = """
                {"iss": "%1$s", "sub": "%1$s", "aud": "%2$s", "jti": "%3$s", "iat": %4$d, "exp": %5$d}""".formatted(
                client, audience, id, issued.getEpochSecond(), issued.plus(life).getEpochSecond());
        var header = "{\"alg\": \"%s\", \"typ\": \"JWT\"}".formatted(algorithm);
        var said = base64(header.getBytes(US_ASCII)) + "." + base64(claims.getBytes(US_ASCII));
        var signature = Signature.getInstance("SHA%swithRSA".formatted(algorithm.substring(2)));
        signature.initSign(key);
        signature.update(said.getBytes(US_ASCII));
        return said + "." + base64(signature.sign());
    }

    /** The form by which a client asks for a token with what it signed. */
    public static String form(String client, String assertion) {
        return "grant_type=client_credentials&client_id=%s&client_assertion_type=%s&client_assertion=%s"
                .formatted(client, URLEncoder.encode(BY_ASSERTION, UTF_8), assertion);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
