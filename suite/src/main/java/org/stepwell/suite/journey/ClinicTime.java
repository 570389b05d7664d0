package org.stepwell.suite.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * The clocks of the four services, moved together: always to the earliest instant at which anything is due anywhere,
 * then everybody settles before time goes on.
 */
final class ClinicTime {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 20;

    private final Clinic clinic;
    private final Settled settled;
    private final HttpClient http = Http.client();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    /** How much each service had said when everybody had heard everything; empty before that was so. */
    private List<Long> said = List.of();

    private int jumps;

    ClinicTime(Clinic clinic, Settled settled) {
        this.clinic = clinic;
        this.settled = settled;
    }

    int jumps() {
        return jumps;
    }

    /** The latest of the four clocks. */
    Instant now() {
        return latest(views());
    }

    private static Instant latest(List<JsonNode> views) {
        return views.stream()
                .map(view -> instant(view, "now").orElseThrow())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Lets time pass until {@code target}, stopping wherever something is due. */
    void passUntil(Instant target) {
        var views = settle();
        for (var next = nextDue(views); next.isPresent() && next.get().isBefore(target); next = nextDue(views)) {
            views = jump(next.get());
        }
        if (target.isAfter(latest(views))) {
            jump(target);
        }
    }

    /** Moves all clocks. Where nobody said anything because of it, nobody has anything to hear. */
    private List<JsonNode> jump(Instant to) {
        jumps++;
        var views =
                ofAll(service -> send(service, HttpRequest.BodyPublishers.ofString("{\"now\": \"%s\"}".formatted(to))));
        return views.stream().allMatch(ClinicTime::isQuiet) && said(views).equals(said) ? views : settle();
    }

    /** Waits until nothing is due, nothing waits to be sent and every listener has heard everything. */
    List<JsonNode> settle() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int quietInARow = 0;
        var views = views();
        while (true) {
            boolean quiet = views.stream().allMatch(ClinicTime::isQuiet) && settled.everybodyHasHeardEverything();
            quietInARow = quiet ? quietInARow + 1 : 0;
            if (quietInARow == 2) {
                said = said(views);
                return views;
            }
            if (System.nanoTime() > until) {
                throw new Trouble("The services did not settle within %d s: %s; listeners behind: %s"
                        .formatted(PATIENCE.toSeconds(), views, settled.behind()));
            }
            pause();
            views = views();
        }
    }

    private static boolean isQuiet(JsonNode view) {
        return view.path("late").asLong() == 0 && view.path("outbox").asLong() == 0;
    }

    private static List<Long> said(List<JsonNode> views) {
        return views.stream().map(view -> view.path("said").asLong()).toList();
    }

    private static Optional<Instant> nextDue(List<JsonNode> views) {
        return views.stream().flatMap(view -> instant(view, "nextDue").stream()).min(Instant::compareTo);
    }

    private List<JsonNode> views() {
        return ofAll(service -> send(service, null));
    }

    /** Asks the four services at the same time. */
    private List<JsonNode> ofAll(Function<Service, JsonNode> ask) {
        var asked = Service.all().stream()
                .map(service -> CompletableFuture.supplyAsync(() -> ask.apply(service), threads))
                .toList();
        try {
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : e;
        }
    }

    private JsonNode send(Service service, HttpRequest.@org.jspecify.annotations.Nullable BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(clinic.managementUrl(service) + "/dev/clock"))
                .timeout(PATIENCE);
        if (body != null) {
            request.POST(body).header("Content-Type", "application/json");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return Api.JSON.readTree(answer.body());
                }
            } catch (IOException e) {
                // killed and not back yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            if (System.nanoTime() > until) {
                throw new Trouble("The clock of %s can not be moved.".formatted(service.title()));
            }
            pause();
        }
    }

    private static Optional<Instant> instant(JsonNode view, String field) {
        var value = view.path(field);
        return value.isTextual() ? Optional.of(Instant.parse(value.asText())) : Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
