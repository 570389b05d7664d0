package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The clinic that is there when Stepwell comes up, so that the first request has something to find. */
public final class DemoClinic {
    /** The demo clinic most demo users work in. */
    public static final String RIVERSIDE = "019a0000-0000-7000-8000-000000000001";

    /** The other demo clinic, to show that clinics do not see each other. */
    public static final String HARBOR = "019a0000-0000-7000-8000-000000000002";

    private static final int REFUSED = 300;
    private static final int NOT_FOUND = 404;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Clinic clinic;

    DemoClinic(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Makes sure that the demo clinic is there, through the same API that everybody uses. */
    void load() throws IOException, InterruptedException {
        var path = "/clinics/" + RIVERSIDE;
        // What somebody has changed since the first start is theirs: only what is missing is made.
        if (answer(request(path).GET()).statusCode() == NOT_FOUND) {
            var riverside = """
                    {"name": "Riverside", "zone": "America/New_York", "weekStart": "MONDAY"}
                    """;
            var answer = answer(request(path).PUT(HttpRequest.BodyPublishers.ofString(riverside)));
            if (answer.statusCode() >= REFUSED) {
                throw new Trouble(
                        "Enrollment refused the demo clinic (%d): %s".formatted(answer.statusCode(), answer.body()));
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(clinic.baseUrl(Service.ENROLLMENT) + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + clinic.token("ada"))
                .header("Content-Type", "application/json")
                .header("X-Clinic", RIVERSIDE);
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
