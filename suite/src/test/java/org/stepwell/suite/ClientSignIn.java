package org.stepwell.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Somebody who holds the key of the client that writes accounts, or part of what it sent, in front of the real Keycloak. */
final class ClientSignIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
        return post(signIn(assertion)).statusCode();
    }

    /** Asks Keycloak's Admin REST API about one of the realm's users, or tells it something. */
    JsonNode admin(String method, String path, JsonNode body) throws Exception {
        var id = UUID.randomUUID().toString();
        var signedIn = post(signIn(assertion(id, realm, Instant.now(), Duration.ofSeconds(30))));
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

    private static String signIn(String assertion) {
        return "grant_type=client_credentials&client_id=%s&client_assertion_type=%s&client_assertion=%s"
                .formatted(Keycloak.ACCOUNTS, URLEncoder.encode(BY_ASSERTION, UTF_8), assertion);
    }

    /** Signs in with a secret, as the client could before it had a key. */
    int withSecret(String secret) throws IOException, InterruptedException {
        return post("grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(Keycloak.ACCOUNTS, secret))
                .statusCode();
    }

    String assertion(String id, String audience, Instant issued, Duration life) throws GeneralSecurityException {
        var claims = """
                {"iss": "%1$s", "sub": "%1$s", "aud": "%2$s", "jti": "%3$s", "iat": %4$d, "exp": %5$d}""".formatted(
                        Keycloak.ACCOUNTS,
                        audience,
                        id,
                        issued.getEpochSecond(),
                        issued.plus(life).getEpochSecond());
        var said = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(US_ASCII)) + "."
                + base64(claims.getBytes(US_ASCII));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
        signature.update(said.getBytes(US_ASCII));
        return said + "." + base64(signature.sign());
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

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
