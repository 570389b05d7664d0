package org.stepwell.platform.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.platform.time.WallClock;

/**
 * Hands text messages to a gateway of the deployment's choice, as a signed webhook: {@code {"to": "+15550100", "text": "…"}},
 * signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> asks, so that a gateway believes nobody else.
 */
@Singleton
public class TextMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SUCCESS_FIRST = 200;
    private static final int SUCCESS_LAST = 299;

    /** What a gateway answers to a number it can not use; all else, such as a wrong secret, is not the number's fault. */
    private static final Set<Integer> NO_SUCH_NUMBER = Set.of(400, 422);

    private final Optional<URI> gateway;
    private final Optional<WebhookSignature> signature;
    private final WallClock clock;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param gateway from {@code STEPWELL_TEXT_MESSAGES_URL}; without it no text message is sent
     * @param secret from {@code STEPWELL_TEXT_MESSAGES_SECRET}, which the gateway knows too
     */
    TextMessages(
            @ConfigProperty(name = "stepwell.text-messages.url") Optional<URI> gateway,
            @ConfigProperty(name = "stepwell.text-messages.secret") Optional<String> secret,
            WallClock clock,
            ObjectMapper json) {
        this.gateway = gateway;
        this.signature = secret.map(WebhookSignature::of);
        if (gateway.isPresent() && signature.isEmpty()) {
            throw new IllegalStateException(
                    "STEPWELL_TEXT_MESSAGES_URL is set and STEPWELL_TEXT_MESSAGES_SECRET is not. Set both, or none.");
        }
        this.clock = clock;
        this.json = json;
    }

    /** Whether there is a gateway. */
    public boolean areSent() {
        return gateway.isPresent();
    }

    private record Message(String to, String text) {}

    /**
     * Sends one message under an id by which the gateway knows it when it comes again.
     *
     * @throws Undeliverable where there is no such number; anything else passes, and is worth another try
     */
    public void send(UUID id, String to, String text) {
        var body = write(new Message(to, text));
        int status = post(id, body);
        if (NO_SUCH_NUMBER.contains(status)) {
            throw new Undeliverable("the gateway answers %d".formatted(status));
        }
        if (status < SUCCESS_FIRST || status > SUCCESS_LAST) {
            throw new IllegalStateException("the gateway of text messages answers %d".formatted(status));
        }
    }

    private int post(UUID id, String body) {
        var request = HttpRequest.newBuilder(gateway.orElseThrow())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signature.orElseThrow().headers(id.toString(), clock.instant(), body).forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the gateway of text messages can not be reached (%s)"
                    .formatted(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while a text message was sent");
        }
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text message could not be written");
        }
    }
}
