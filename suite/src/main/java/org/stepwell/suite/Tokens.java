package org.stepwell.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Access tokens of the demo users, asked of Keycloak and kept while they are good. */
final class Tokens {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    // Asked anew well before the hour is over, so that no request starts with a token about to end.
    private static final Duration GOOD = Duration.ofMinutes(45);
    private static final Duration GOOD_WITHOUT_ACCOUNT = Duration.ofSeconds(30); // services take them for a minute

    private final URI endpoint;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Set<String> opened = new HashSet<>();

    private record Kept(String token, long untilNanos) {}

    Tokens(Settings settings) {
        this.endpoint = URI.create(settings.issuer() + "/protocol/openid-connect/token");
    }

    /** Somebody got an account just now. */
    synchronized void know(String user) {
        opened.add(user);
    }

    /** The next token is asked for anew. */
    synchronized void forget(String user) {
        kept.remove(user + " stepwell-cli");
    }

    /** The token of a demo user, by name or by role, who gave a password. */
    String of(String nameOrRole) {
        return of(nameOrRole, "stepwell-cli");
    }

    /** The same, as if they had given a second factor too. */
    String withSecondFactor(String nameOrRole) {
        return of(nameOrRole, "stepwell-cli-second-factor");
    }

    private synchronized String of(String nameOrRole, String client) {
        var user = opened.contains(nameOrRole)
                ? nameOrRole
                : RealmFile.demoUser(nameOrRole).name();
        var held = kept.get(user + " " + client);
        if (held == null || held.untilNanos() - System.nanoTime() < 0) {
            var good = RealmFile.hasRoleWithoutAccount(user) ? GOOD_WITHOUT_ACCOUNT : GOOD;
            held = new Kept(ask(user, client), System.nanoTime() + good.toNanos());
            kept.put(user + " " + client, held);
        }
        return held.token();
    }

    private String ask(String user, String client) {
        var form = Map.of(
                "grant_type", "password", "client_id", client, "username", user, "password", RealmFile.DEMO_PASSWORD);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = Http.client()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Trouble(
                        "Keycloak gave no token to %s (%d): %s".formatted(user, answer.statusCode(), answer.body()));
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (IOException e) {
            throw new Trouble("Keycloak does not answer at %s (%s); see ./stepwell status.".formatted(endpoint, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", e);
        }
    }
}
