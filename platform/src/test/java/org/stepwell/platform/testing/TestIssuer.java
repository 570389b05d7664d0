package org.stepwell.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An OpenID Connect issuer on this machine: discovery, keys, and tokens signed with them. */
public final class TestIssuer implements AutoCloseable {

    private final HttpServer server;
    private final KeyPair keys;
    private final AtomicInteger asked = new AtomicInteger();

    private TestIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TestIssuer start() throws IOException {
        var issuer = anotherOne();
        System.setProperty("stepwell.test.issuer", issuer.url());
        System.setProperty(
                "stepwell.test.key",
                Base64.getEncoder().encodeToString(issuer.keys.getPrivate().getEncoded()));
        System.setProperty(
                "stepwell.test.public",
                Base64.getEncoder().encodeToString(issuer.keys.getPublic().getEncoded()));
        return issuer;
    }

    /** An issuer that nobody trusts. */
    static TestIssuer anotherOne() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = new TestIssuer(server, newKeys());
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, issuer.discovery()));
        server.createContext("/keys", exchange -> {
            issuer.asked.incrementAndGet();
            send(exchange, issuer.jwks());
        });
        server.start();
        return issuer;
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its keys. */
    public KeyPair keys() {
        return keys;
    }

    /** How often its public key was asked for. */
    public int asked() {
        return asked.get();
    }

    /** A token as Keycloak would give it, good for {@code life}; a negative life has expired. */
    static String token(String subject, Set<String> roles, Map<String, ?> claims, Duration life) {
        var builder = Jwt.claims()
                .issuer(System.getProperty("stepwell.test.issuer"))
                .subject(subject)
                .audience("stepwell")
                .groups(roles)
                .claim("typ", "Bearer")
                .claim("auth_time", System.currentTimeMillis() / 1000)
                .expiresAt(System.currentTimeMillis() / 1000 + life.toSeconds());
        claims.forEach(builder::claim);
        return builder.jws().keyId("test").sign(privateKey());
    }

    static java.security.PrivateKey privateKey() {
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty("stepwell.test.key"));
            return java.security.KeyFactory.getInstance("RSA")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(url());
    }

    private String jwks() {
        return jwk().entrySet().stream()
                .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{\"keys\": [{", "}]}"));
    }

    /** Its public key as a JSON Web Key. */
    public Map<String, String> jwk() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "test",
                "n", base64(key.getModulus()),
                "e", base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
