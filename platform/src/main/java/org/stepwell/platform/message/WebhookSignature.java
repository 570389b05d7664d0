package org.stepwell.platform.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a webhook by HMAC-SHA256 over its id, its second and its body: Standard Webhooks, 1.0.0, symmetric. */
record WebhookSignature(SecretKeySpec key) {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** The specification asks for 24 to 64 bytes. */
    private static final int KEY_BYTES_MIN = 24;

    /** From a secret in its usual dress: {@code whsec_} and Base64. */
    static WebhookSignature of(String secret) {
        var bytes = decoded(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
        if (bytes.length < KEY_BYTES_MIN) {
            throw new IllegalStateException(
                    "STEPWELL_TEXT_MESSAGES_SECRET is not whsec_ and at least %d bytes in Base64; make one with: echo whsec_$(openssl rand -base64 32)"
                            .formatted(KEY_BYTES_MIN));
        }
        return new WebhookSignature(new SecretKeySpec(bytes, ALGORITHM));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    Map<String, String> headers(String id, Instant at, String body) {
        var second = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                second,
                "webhook-signature",
                "v1," + sign("%s.%s.%s".formatted(id, second, body)));
    }

    private String sign(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook could not be signed", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[secret]";
    }
}
