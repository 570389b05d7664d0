package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Somebody who holds the key of the client that writes accounts, or part of what it sent, in front of the real Keycloak. */
final class ClientSignIn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String realm;
    private final String privateKey;

    ClientSignIn(int port, String privateKey) {
        this.realm = "http://127.0.0.1:%d/realms/stepwell".formatted(port);
        this.privateKey = privateKey;
    }

    /** The realm itself: whom an assertion is for. */
    String realm() {
        return realm;
    }

    /** Signs in with an assertion, and answers the status. */
    int with(String assertion) throws IOException, InterruptedException {
        return post(ClientAssertion.form(Keycloak.ACCOUNTS, assertion)).statusCode();
    }

    /** Asks Keycloak's Admin REST API about one of the realm's users, or tells it something. */
    JsonNode admin(String method, String path, JsonNode body) throws Exception {
        var id = UUID.randomUUID().toString();
        var signedIn = post(
                ClientAssertion.form(Keycloak.ACCOUNTS, assertion(id, realm, Instant.now(), Duration.ofSeconds(30))));
        var token = JSON.readTree(signedIn.body()).path("access_token").asText();
        var request = HttpRequest.newBuilder(URI.create(realm.replace("/realms/", "/admin/realms/") + "/users/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.isMissingNode() ? "" : body.toString()))
                .build();
        try (var http = Http.client()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isLessThan(300);
            return JSON.readTree(answer.body());
        }
    }

    /** Signs in with a secret, as the client could before it had a key. */
    int withSecret(String secret) throws IOException, InterruptedException {
        return post("grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(Keycloak.ACCOUNTS, secret))
                .statusCode();
    }

    String assertion(String id, String audience, Instant issued, Duration life) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        return new ClientAssertion(Keycloak.ACCOUNTS, audience, id, issued, life).signed(key, "RS256");
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = Http.client()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
