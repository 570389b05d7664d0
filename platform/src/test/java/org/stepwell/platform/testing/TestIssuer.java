package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An OpenID Connect issuer on this machine: discovery, keys, and tokens signed with them. */
public final class TestIssuer implements AutoCloseable {

    /** Where those who sign find the key, in whatever class loader they are. */
    private static final String KEY = "stepwell.test.key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, QuickKey> READ = new ConcurrentHashMap<>();

    private final HttpServer server;
    private final QuickKey key;
    private final AtomicInteger asked = new AtomicInteger();

    private TestIssuer(HttpServer server, QuickKey key) {
        this.server = server;
        this.key = key;
    }

    static TestIssuer start() throws IOException {
        var issuer = anotherOne();
        System.setProperty("stepwell.test.issuer", issuer.url());
        System.setProperty(KEY, issuer.key.toString());
        return issuer;
    }

    /** An issuer that nobody trusts. */
    static TestIssuer anotherOne() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = new TestIssuer(server, QuickKey.made());
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
        return key.pair();
    }

    /** How often its public key was asked for. */
    public int asked() {
        return asked.get();
    }

    /** A token as Keycloak would give it, good for {@code life}; a negative life has expired. */
    static String token(String subject, Set<String> roles, Map<String, ?> claims, Duration life) {
        long now = System.currentTimeMillis() / 1000;
        var said = new HashMap<String, Object>(Map.of(
                "iss",
                System.getProperty("stepwell.test.issuer"),
                "sub",
                subject,
                "aud",
                "stepwell",
                "groups",
                roles,
                "typ",
                "Bearer",
                "auth_time",
                now,
                "iat",
                now,
                "exp",
                now + life.toSeconds(),
                "jti",
                UUID.randomUUID().toString()));
        said.putAll(claims);
        var text = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + encoded(said);
        return text + "." + base64(trusted().sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key that the service trusts. */
    static KeyPair trustedKeys() {
        return trusted().pair();
    }

    private static QuickKey trusted() {
        return READ.computeIfAbsent(System.getProperty(KEY), QuickKey::of);
    }

    private static String encoded(Map<String, ?> said) {
        try {
            return base64(JSON.writeValueAsBytes(said));
        } catch (JsonProcessingException e) {
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
        var known = (RSAPublicKey) keys().getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "test",
                "n", base64(known.getModulus()),
                "e", base64(known.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return base64(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
