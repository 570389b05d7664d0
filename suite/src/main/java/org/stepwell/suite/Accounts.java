package org.stepwell.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes users of the realm who are nobody at any clinic yet, as they would register themselves. */
final class Accounts {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final Secrets secrets;
    private final HttpClient http = Http.client();

    Accounts(Settings settings, Secrets secrets) {
        this.server = "http://127.0.0.1:" + settings.ports().of(Door.KEYCLOAK);
        this.secrets = secrets;
    }

    /** A user without roles and claims; the password is that of all demo users. */
    void open(String user) throws IOException, InterruptedException {
        var token = JSON.readTree(post(
                        "/realms/master/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + secrets.password("keycloak.admin"),
                        ""))
                .get("access_token")
                .asText();
        var account = Map.of(
                "username",
                user,
                "enabled",
                true,
                "firstName",
                user,
                "lastName",
                "Demo",
                "email",
                user + "@example.org",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", RealmFile.DEMO_PASSWORD, "temporary", false)));
        post("/admin/realms/stepwell/users", "application/json", JSON.writeValueAsString(account), token);
    }

    private String post(String path, String type, String body, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, token);
    }

    private String send(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.timeout(ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new Trouble("Keycloak opened no account (%d): %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
