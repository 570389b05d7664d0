package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The clinic that is there when Stepwell comes up, so that the first request has something to find. */
public final class DemoClinic {
    /** The demo clinic most demo users work in. */
    public static final String RIVERSIDE = "019a0000-0000-7000-8000-000000000001";

    /** The other demo clinic, to show that clinics do not see each other. */
    public static final String HARBOR = "019a0000-0000-7000-8000-000000000002";

    /** Those of the demo users who treat patients, by the ids in their tokens. */
    private static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("019a0000-0000-7000-8000-0000000000c1", "Carl Castillo", "LCSW"),
            new Colleague("019a0000-0000-7000-8000-0000000000c2", "Cora Chen", "LPC"),
            new Colleague("019a0000-0000-7000-8000-0000000000c3", "Pia Park", "MD"),
            new Colleague("019a0000-0000-7000-8000-0000000000c4", "Sam Sorensen", "LCSW-S"));

    private static final int REFUSED = 300;
    private static final int NOT_FOUND = 404;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Clinic clinic;

    private record Colleague(String id, String name, String credential) {}

    DemoClinic(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Makes sure that the demo clinic and its staff are there, through the same API that everybody uses. */
    void load() throws IOException, InterruptedException {
        makeIfMissing(Service.ENROLLMENT, "/clinics/" + RIVERSIDE, """
                {"name": "Riverside", "zone": "America/New_York", "weekStart": "MONDAY"}
                """);
        for (var colleague : COLLEAGUES) {
            makeIfMissing(Service.SCHEDULING, "/staff/" + colleague.id(), """
                    {"name": "%s", "credentials": ["%s"], "active": true}
                    """.formatted(
                            colleague.name(), colleague.credential()));
        }
    }

    // What somebody has changed since the first start is theirs: only what is missing is made.
    private void makeIfMissing(Service service, String path, String body) throws IOException, InterruptedException {
        if (answer(request(service, path).GET()).statusCode() != NOT_FOUND) {
            return;
        }
        var answer = answer(request(service, path).PUT(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= REFUSED) {
            throw new Trouble("%s refused the demo's %s (%d): %s"
                    .formatted(service.title(), path, answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(clinic.baseUrl(service) + path))
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
