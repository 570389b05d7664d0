package org.stepwell.platform.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests of one trace, by which the audit's rows of them are found. */
final class Requests {

    private static final int READ_FIRST = 428;
    private static final int TOO_OFTEN = 429;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    // RestAssured is kinder to read, and ten times slower: thousands of calls are made here.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final AtomicLong answered = new AtomicLong();

    /**
     * Sends one, whatever the version of what it is about. What is signed names the version that was read: it is read first, where
     * whoever asks may read it.
     */
    HttpResponse<String> send(
            @Nullable String token,
            Operation operation,
            String pathAndQuery,
            @Nullable String body,
            Map<String, String> headers) {
        var answer = sent(changing(token, operation, pathAndQuery, body, headers, "*"));
        if (answer.statusCode() != READ_FIRST) {
            return answer;
        }
        return read(token, pathAndQuery.substring(0, pathAndQuery.lastIndexOf('/')), headers)
                .map(version -> sent(changing(token, operation, pathAndQuery, body, headers, version)))
                .orElse(answer);
    }

    /** Counted by nobody, and of no trace: there may be no such operation, of which the audit has no row. */
    private Optional<String> read(@Nullable String token, String path, Map<String, String> headers) {
        return answer(asked(token, path, headers)).headers().firstValue("ETag");
    }

    private HttpRequest.Builder changing(
            @Nullable String token,
            Operation operation,
            String pathAndQuery,
            @Nullable String body,
            Map<String, String> headers,
            String version) {
        var request = asked(token, pathAndQuery, headers)
                .header("Content-Type", operation.takesBytes() ? Operation.BYTES : "application/json")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .method(operation.verb(), sent(operation, body));
        return operation.reads()
                ? request
                : request.header("If-Match", version)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder asked(@Nullable String token, String pathAndQuery, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + pathAndQuery))
                .timeout(PATIENCE); // which ends a request that hangs, and judges none that is slow
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        var answer = answer(request);
        if (answer.statusCode() != TOO_OFTEN) {
            answered.incrementAndGet();
        }
        return answer;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher sent(Operation operation, @Nullable String body) {
        if (operation.takesBytes()) {
            return HttpRequest.BodyPublishers.ofString("%PDF-1.7");
        }
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    /** How many were answered otherwise than that they come too often. */
    long answered() {
        return answered.get();
    }

    /** How many the audit has a row of, in whatever clinic or in none. */
    long audited() throws SQLException, IOException {
        try (var superuser = StepwellTestResource.superuser();
                var statement = superuser.prepareStatement("select count(*) from platform.audit where trace = ?")) {
            statement.setString(1, trace);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
