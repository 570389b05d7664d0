package org.stepwell.suite.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * The public APIs as a client uses them: a token, JSON, an Idempotency-Key on every POST. A service that is away for a
 * moment is asked again, with the same key.
 */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 250;
    private static final String NOBODY = "";

    private final Clinic clinic;
    private final Operations operations;
    private final HttpClient http = Http.client();
    private int calls;

    Api(Clinic clinic, Operations operations) {
        this.clinic = clinic;
        this.operations = operations;
    }

    /** An answer: its status, its body, its version. */
    record Answer(int status, JsonNode body, @Nullable String etag) {

        String id() {
            return body.path("id").asText();
        }

        /** The name of the rule that was broken, such as {@code group-full}. */
        String rule() {
            var type = body.path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    /** How many requests were made. */
    int calls() {
        return calls;
    }

    Answer get(String who, Service service, String path) {
        return call(who, service, "GET", path, null, Map.of());
    }

    /** As a spreadsheet. */
    Answer getCsv(String who, Service service, String path) {
        return call(who, service, "GET", path, null, Map.of("Accept", "text/csv"));
    }

    Answer post(String who, Service service, String path, Object body) {
        return call(
                who,
                service,
                "POST",
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** What is about a version that was seen. */
    Answer postSeen(String who, Service service, String path, @Nullable String version) {
        return postSeen(who, service, path, version, Map.of());
    }

    Answer postSeen(String who, Service service, String path, @Nullable String version, Object body) {
        if (version == null) {
            throw new Trouble("%s was answered without its version.".formatted(path));
        }
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", version);
        return call(who, service, "POST", path, body, headers);
    }

    /** The same by somebody who gave a second factor. */
    Answer postWithSecondFactor(String who, Service service, String path, Object body) {
        var headers = Map.of(
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Authorization",
                "Bearer " + clinic.tokenWithSecondFactor(who));
        return call(who, service, "POST", path, body, headers);
    }

    /** A file as it is, with the name it had where it came from. */
    Answer postFile(String who, Service service, String path, String name, byte[] file) {
        var headers = Map.of(
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/octet-stream",
                "X-File-Name",
                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        return call(who, service, "POST", path, file, headers);
    }

    Answer getWithSecondFactor(String who, Service service, String path) {
        var headers = Map.of("Authorization", "Bearer " + clinic.tokenWithSecondFactor(who));
        return call(who, service, "GET", path, null, headers);
    }

    /** By a machine that got its own token. */
    Answer getAs(String token, Service service, String path) {
        return call(NOBODY, service, "GET", path, null, Map.of("Authorization", "Bearer " + token));
    }

    Answer postAs(String token, Service service, String path, Object body) {
        return call(NOBODY, service, "POST", path, body, Map.of("Authorization", "Bearer " + token));
    }

    /** By whoever holds a link. */
    Answer getAnonymously(Service service, String path) {
        return call(NOBODY, service, "GET", path, null, Map.of());
    }

    /** By anybody, without a name. */
    Answer postAnonymously(Service service, String path, Object body) {
        return call(NOBODY, service, "POST", path, body, Map.of());
    }

    Answer put(String who, Service service, String path, Object body, @Nullable String version) {
        return call(who, service, "PUT", path, body, version == null ? Map.of() : Map.of("If-Match", version));
    }

    Answer delete(String who, Service service, String path) {
        return call(who, service, "DELETE", path, null, Map.of());
    }

    /** A call that must succeed; anything else ends the journey with what was answered. */
    Answer must(Answer answer) {
        if (answer.status() >= 300) {
            throw new Trouble("The journey stumbled over %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer;
    }

    private Answer call(
            String who,
            Service service,
            String method,
            String path,
            @Nullable Object body,
            Map<String, String> headers) {
        calls++;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = http.send(
                        request(who, service, method, path, body, headers), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503 || System.nanoTime() > until) {
                    operations.answered(service, method, path, answer.statusCode());
                    return new Answer(
                            answer.statusCode(),
                            read(answer),
                            answer.headers().firstValue("ETag").orElse(null));
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new Trouble("%s does not answer: %s %s".formatted(service.title(), method, path));
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** JSON, or the text of a page or a file. */
    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.body().isEmpty()) {
            return JSON.nullNode();
        }
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(answer.body()) : JSON.getNodeFactory().textNode(answer.body());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(
            String who, Service service, String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException {
        var publisher = switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] file -> HttpRequest.BodyPublishers.ofByteArray(file);
            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
        var request = HttpRequest.newBuilder(URI.create(clinic.baseUrl(service) + path))
                .timeout(ANSWER_MAX)
                .method(method, publisher);
        if (!who.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + clinic.token(who)).header("X-Clinic", DemoClinic.RIVERSIDE);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return request.build();
    }
}
