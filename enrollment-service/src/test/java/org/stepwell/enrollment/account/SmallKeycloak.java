package org.stepwell.enrollment.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The few calls of Keycloak's Admin REST API that accounts need, over HTTP, with the shapes that Keycloak 26 has. */
public final class SmallKeycloak implements QuarkusTestResourceLifecycleManager {

    static final ConcurrentMap<String, User> USERS = new ConcurrentHashMap<>();
    static volatile boolean away;

    /** What it gives the client that writes accounts, and takes from it. */
    static volatile String token = "of-the-client";

    /** The clients that were made, and the keys that they sign in with. */
    static final ConcurrentMap<String, String> CLIENTS = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROLES =
            Set.of("intake", "clinician", "supervisor", "clinic-admin", "patient", "partner", "ops", "auditor");

    // Made when it starts: this class is loaded once for each test class, and a key takes a second.
    private @Nullable KeyPair key;

    private @Nullable HttpServer server;

    /** A user of the realm: what Keycloak would answer about them. */
    static final class User {
        volatile ObjectNode representation;
        final Set<String> roles = ConcurrentHashMap.newKeySet();
        final ArrayNode credentials = JSON.createArrayNode();
        final AtomicInteger logouts = new AtomicInteger();

        private User(String id) {
            credentials.addObject().put("type", "password");
            representation = JSON.createObjectNode()
                    .put("id", id)
                    .put("username", "fresh")
                    .put("enabled", true);
            representation.putArray("requiredActions");
        }

        List<String> requiredActions() {
            return JSON.convertValue(
                    representation.path("requiredActions"),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        }

        List<String> attribute(String name) {
            return JSON.convertValue(
                    representation.path("attributes").path(name),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        }
    }

    static User fresh(String subject, String... roles) {
        var user = new User(subject);
        user.roles.addAll(List.of(roles));
        USERS.put(subject, user);
        return user;
    }

    @Override
    public Map<String, String> start() {
        try {
            key = aKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/realms/stepwell/protocol/openid-connect/token", this::token);
        server.createContext("/realms/stepwell/clients-registrations/default", this::register);
        server.createContext("/admin/realms/stepwell/users/", this::users);
        server.createContext("/admin/realms/stepwell/users", this::named);
        server.start();
        return Map.of(
                "stepwell.accounts.realm",
                "http://127.0.0.1:%d/realms/stepwell"
                        .formatted(server.getAddress().getPort()),
                "stepwell.accounts.key",
                Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known =
                form.contains("client_id=stepwell-accounts") && signed(form.replaceAll(".*client_assertion=", ""));
        var given = JSON.createObjectNode().put("access_token", token).put("expires_in", 60);
        answer(exchange, away ? 503 : known ? 200 : 401, given);
    }

    /** Which user stands for a client. */
    static String subjectOf(String client) {
        return UUID.nameUUIDFromBytes(client.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void register(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var form = body(exchange);
        var client = form.path("clientId").asText();
        boolean forTokensOnly = form.path("serviceAccountsEnabled").asBoolean()
                && !form.path("publicClient").asBoolean(true)
                && form.path("clientAuthenticatorType").asText().equals("client-jwt")
                && !form.path("standardFlowEnabled").asBoolean(true)
                && !form.path("directAccessGrantsEnabled").asBoolean(true);
        if (away || !("Bearer " + token).equals(bearer) || !forTokensOnly) {
            answer(exchange, away ? 503 : 401, JSON.nullNode());
            return;
        }
        CLIENTS.put(client, form.at("/attributes/jwks.string").asText());
        fresh(subjectOf(client)).representation.put("username", "service-account-" + client);
        answer(exchange, 201, form);
    }

    /** Whether the client itself says this, to this realm, for no longer than a minute. */
    private boolean signed(String assertion) throws IOException {
        var parts = assertion.split("\\.", -1);
        var decoder = Base64.getUrlDecoder();
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(Objects.requireNonNull(key).getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            var claims = JSON.readTree(decoder.decode(parts[1]));
            return signature.verify(decoder.decode(parts[2]))
                    && claims.path("sub").asText().equals("stepwell-accounts")
                    && claims.path("aud").asText().endsWith("/realms/stepwell")
                    && claims.path("exp").asLong() - claims.path("iat").asLong() <= 60
                    && claims.hasNonNull("jti");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair aKey() {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048); // the JDK's default takes a test JVM ten seconds
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void users(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        var user = USERS.get(parts[5]);
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (away || user == null || !("Bearer " + token).equals(bearer)) {
            answer(exchange, away ? 503 : user == null ? 404 : 401, JSON.nullNode());
            return;
        }
        var rest = String.join("/", List.of(parts).subList(6, parts.length));
        var asked = exchange.getRequestMethod() + " " + rest;
        switch (asked.strip()) {
            case "GET" -> answer(exchange, 200, user.representation);
            case "PUT" -> {
                user.representation = (ObjectNode) body(exchange);
                answer(exchange, 204, JSON.nullNode());
            }
            case "GET credentials" -> answer(exchange, 200, user.credentials);
            case "GET role-mappings/realm" -> answer(exchange, 200, roles(user.roles));
            case "GET role-mappings/realm/available" -> {
                var left = new TreeSet<>(ROLES);
                left.removeAll(user.roles);
                answer(exchange, 200, roles(left));
            }
            case "POST role-mappings/realm" -> {
                body(exchange).forEach(role -> user.roles.add(role.path("name").asText()));
                answer(exchange, 204, JSON.nullNode());
            }
            case "DELETE role-mappings/realm" -> {
                body(exchange)
                        .forEach(role -> user.roles.remove(role.path("name").asText()));
                answer(exchange, 204, JSON.nullNode());
            }
            case "POST logout" -> {
                user.logouts.incrementAndGet();
                answer(exchange, 204, JSON.nullNode());
            }
            default -> answer(exchange, 405, JSON.nullNode());
        }
    }

    /** The one user of exactly this name. */
    private void named(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getQuery().replaceAll(".*username=([^&]+).*", "$1");
        var found = JSON.createArrayNode();
        USERS.values().stream()
                .map(user -> user.representation)
                .filter(user -> user.path("username").asText().equals(name))
                .forEach(found::add);
        answer(exchange, away ? 503 : 200, found);
    }

    private static JsonNode roles(Set<String> names) {
        var list = JSON.createArrayNode();
        new TreeSet<>(names)
                .forEach(name -> list.addObject().put("id", "id-of-" + name).put("name", name));
        return list;
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody());
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = body.isNull() ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server).stop(0);
    }
}
