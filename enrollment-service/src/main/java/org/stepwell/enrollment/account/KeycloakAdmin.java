package org.stepwell.enrollment.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.PassingTrouble;

/** Keycloak's Admin REST API, as a client that may manage users and make clients, and nothing else. */
@Singleton
class KeycloakAdmin {

    private static final int REFUSED = 300;
    private static final int UNAUTHORIZED = 401;

    /** How long a token must still be good to be used: for the calls of one account. */
    private static final Duration SPARE = Duration.ofSeconds(15);

    private static final String BY_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AccountSettings settings;
    private final ObjectMapper json;
    private final HttpClient http;
    private volatile @Nullable Session signedIn;

    KeycloakAdmin(AccountSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
    }

    /** It is away, or it refuses; either is tried again. What it said is not repeated: it names users. */
    static final class NotWritten extends PassingTrouble {
        NotWritten(String what) {
            super("Keycloak does not take accounts now: %s.".formatted(what));
        }
    }

    /** Signed in with the client's key, now or a little earlier: one token serves many accounts. */
    Session session() {
        var known = signedIn;
        if (known == null || known.ends()) {
            known = signIn();
            signedIn = known;
        }
        return known;
    }

    private Session signIn() {
        var assertion = key().assertion(settings.client(), settings.realm().toString());
        var form = "grant_type=client_credentials&client_id=%s&client_assertion_type=%s&client_assertion=%s"
                .formatted(encoded(settings.client()), encoded(BY_ASSERTION), encoded(assertion));
        var token = send(HttpRequest.newBuilder(tokens())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        var seconds = Math.max(0, token.path("expires_in").asLong() - SPARE.toSeconds());
        return new Session(token.path("access_token").asText(), System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    /** Whom clients sign in to. */
    URI realm() {
        return settings.realm();
    }

    /** Where tokens are given. */
    URI tokens() {
        return URI.create(settings.realm() + "/protocol/openid-connect/token");
    }

    private ClientKey key() {
        var said = settings.key().orElseThrow(() -> new NotWritten("STEPWELL_ACCOUNTS_KEY is not set"));
        try {
            return ClientKey.read(said);
        } catch (GeneralSecurityException e) {
            throw new NotWritten("STEPWELL_ACCOUNTS_KEY is no RSA key in PKCS#8");
        }
    }

    /** What may be done with one token. */
    final class Session {

        private final String token;
        private final long untilNanos;

        private Session(String token, long untilNanos) {
            this.token = token;
            this.untilNanos = untilNanos;
        }

        private boolean ends() {
            return System.nanoTime() - untilNanos >= 0;
        }

        JsonNode get(String path) {
            return call("GET", path, null);
        }

        void put(String path, JsonNode body) {
            call("PUT", path, body);
        }

        void post(String path, JsonNode body) {
            call("POST", path, body);
        }

        /** Makes a client of the realm. */
        void register(JsonNode client) {
            send(HttpRequest.newBuilder(URI.create(settings.realm() + "/clients-registrations/default"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(client.toString())));
        }

        void delete(String path, JsonNode body) {
            call("DELETE", path, body);
        }

        private JsonNode call(String method, String path, @Nullable JsonNode body) {
            var admin = settings.realm().toString().replaceFirst("/realms/", "/admin/realms/");
            return send(HttpRequest.newBuilder(URI.create(admin + "/" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body.toString())));
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(settings.patience()).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == UNAUTHORIZED) {
                signedIn = null; // Keycloak may have ended it early, as when it was restarted
            }
            if (answer.statusCode() >= REFUSED) {
                throw new NotWritten(
                        "%s was answered %d".formatted(answer.request().method(), answer.statusCode()));
            }
            return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new NotWritten(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWritten("the service stops");
        }
    }

    /** A part of a path or a form. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
