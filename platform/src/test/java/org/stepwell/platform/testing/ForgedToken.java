package org.stepwell.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A token written by hand, so that it can be wrong in one place at a time. */
public final class ForgedToken {

    private static final long LIFE_SECONDS = 300;

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private UnaryOperator<String> writing = UnaryOperator.identity();

    private ForgedToken() {}

    /** A good token of somebody of intake. */
    public static ForgedToken proper() {
        long now = InstantSource.system().instant().getEpochSecond();
        var token = new ForgedToken();
        token.header.putAll(Map.of("alg", "RS256", "typ", "JWT", "kid", "test"));
        token.claims.putAll(Map.of(
                "iss",
                System.getProperty("stepwell.test.issuer"),
                "sub",
                UUID.randomUUID().toString(),
                "aud",
                "stepwell",
                "typ",
                "Bearer",
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "groups",
                List.of("intake"),
                "clinics",
                List.of(Person.RIVERSIDE.toString())));
        return token;
    }

    /** The same with another header. */
    public ForgedToken header(String name, @Nullable Object value) {
        return put(header, name, value);
    }

    /** The same with another claim, or without it. */
    public ForgedToken claim(String name, @Nullable Object value) {
        return put(claims, name, value);
    }

    private ForgedToken put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
        return this;
    }

    /** The same with its claims written in another way. */
    public ForgedToken written(UnaryOperator<String> otherwise) {
        writing = otherwise;
        return this;
    }

    /** Signed by the issuer. */
    public String signed() {
        return signedBy(TestIssuer.privateKey());
    }

    /** Signed by somebody. */
    public String signedBy(KeyPair keys) {
        return signedBy(keys.getPrivate());
    }

    private String signedBy(PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text().getBytes(UTF_8));
            return text() + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a signature. */
    public String unsigned() {
        return text() + ".";
    }

    /** Signed with a shared secret (HS256). */
    public String signedWithTheSecret(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text() + "." + base64(mac.doFinal(text().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's public key, which everybody knows. */
    public static byte[] publicKeyDer() {
        return Base64.getDecoder().decode(System.getProperty("stepwell.test.public"));
    }

    /** The same as the text of a file. */
    public static byte[] publicKeyPem() {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKeyDer());
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(lines)
                .getBytes(UTF_8);
    }

    /** An issuer of the attacker's own, with keys of its own. */
    public static TestIssuer mine() throws IOException {
        return TestIssuer.anotherOne();
    }

    private String text() {
        var json = new ObjectMapper();
        try {
            return base64(json.writeValueAsString(header).getBytes(UTF_8))
                    + "."
                    + base64(writing.apply(json.writeValueAsString(claims)).getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
