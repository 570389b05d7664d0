package org.stepwell.suite.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/** The API as an intake worker uses it. */
final class LoadApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_OF_BIRTH = 20_000;

    private final Clinic clinic;
    private final String user;
    private final String at;
    private final HttpClient http = Http.client();

    /** Ivy, of Riverside. */
    LoadApi(Clinic clinic) {
        this(clinic, "ivy", DemoClinic.RIVERSIDE);
    }

    LoadApi(Clinic clinic, String user, String at) {
        this.clinic = clinic;
        this.user = user;
        this.at = at;
    }

    /**
     * What came back.
     *
     * @param etag the version of what was read or written, if it has any
     */
    record Answer(int status, String body, @Nullable String etag) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The answer, which must have this status. */
        Answer must(int expected) {
            if (status != expected) {
                throw new Trouble("Answered with %d instead of %d: %s".formatted(status, expected, body));
            }
            return this;
        }
    }

    Answer get(Service service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET().build());
    }

    Answer post(Service service, String path, @Nullable String body) throws IOException, InterruptedException {
        return send(request(service, path)
                .POST(body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Of the version that an answer has shown. */
    Answer postSeen(Service service, String path, Answer seen) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("If-Match", Objects.requireNonNull(seen.etag()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Whatever version stands there. */
    Answer put(Service service, String path, String body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("If-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Registers somebody nobody knows, and returns their id. */
    String register(String familyName) throws IOException, InterruptedException {
        return post(Service.ENROLLMENT, "/patients", registration(familyName))
                .must(201)
                .json()
                .get("id")
                .asText();
    }

    /** The form that registers somebody whom nobody is taken for. */
    static String registration(String familyName) {
        return """
                {"givenName": "Load %1$s", "familyName": "%1$s", "birthDate": "%2$s", "language": "en",
                 "contactRules": {"phone": true, "textMessage": false, "email": false, "voicemail": false}}
                """.formatted(
                familyName, LocalDate.of(1940, 1, 1).plusDays(Math.floorMod(familyName.hashCode(), DAYS_OF_BIRTH)));
    }

    /** A request of theirs, to be given its method. */
    HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(clinic.baseUrl(service) + path))
                .header("Authorization", "Bearer " + clinic.token(user))
                .header("X-Clinic", at)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(null));
    }
}
