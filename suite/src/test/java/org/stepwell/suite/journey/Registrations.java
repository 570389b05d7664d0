package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Http;

/**
 * Intake at work while replicas come and go: one patient after the other is registered at one replica and then at another, as a
 * gateway would pass them on. What a replica did not answer is asked of the next, with the same key.
 */
final class Registrations implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
    private static final int GROWN_UP_DAYS = 15_000;

    private final Clinic clinic;
    private final HttpClient http = Http.client();
    private final List<URI> doors = new CopyOnWriteArrayList<>();
    private final Map<URI, Integer> answered = new ConcurrentHashMap<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicLong registered = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread = Thread.ofPlatform().name("intake").unstarted(this::run);
    private volatile boolean open = true;

    Registrations(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Another replica, which gets its share from now on; the first begins the work. */
    void through(URI door) {
        doors.add(door);
        if (doors.size() == 1) {
            thread.start();
        }
    }

    /** A replica that gets no more. */
    void pastBy(URI door) {
        doors.remove(door);
    }

    /** Waits until a replica has answered so many more. */
    void awaitMore(URI door, int more) throws InterruptedException {
        int enough = answered.getOrDefault(door, 0) + more;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (answered.getOrDefault(door, 0) < enough) {
            assertThat(refused).isEmpty();
            assertThat(System.nanoTime()).as("%s", answered).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** One that somebody waits for, while nobody else is registered. */
    CompletableFuture<Integer> oneMore(URI door) {
        return http.sendAsync(registration(door, UUID.randomUUID(), born()), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> {
                    note(door, answer);
                    return answer.statusCode();
                });
    }

    /** While this is held, nobody is registered but {@link #oneMore}. */
    ReentrantLock turn() {
        return turn;
    }

    /** The ids of all who were registered. */
    Set<String> ids() {
        return ids;
    }

    /** What was answered otherwise than well. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void run() {
        for (int next = 0; open; next++) {
            turn.lock();
            try {
                register(next);
            } catch (InterruptedException e) {
                return;
            } finally {
                turn.unlock();
            }
            pause();
        }
    }

    private void register(int first) throws InterruptedException {
        var key = UUID.randomUUID();
        var born = born();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int next = first; System.nanoTime() < until; next++) {
            var now = List.copyOf(doors);
            var door = now.get(next % now.size());
            try {
                var answer = http.send(registration(door, key, born), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    note(door, answer);
                    return;
                }
            } catch (IOException e) {
                // The gateway asks the next one.
            }
            pause();
        }
        refused.add("nobody answered for a minute");
    }

    private LocalDate born() {
        return FIRST_BIRTH.plusDays(registered.getAndIncrement() * 37 % GROWN_UP_DAYS);
    }

    private void note(URI door, HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            refused.add("%s: %d %s".formatted(door, answer.statusCode(), answer.body()));
            return;
        }
        try {
            ids.add(Api.JSON.readTree(answer.body()).path("id").asText());
            answered.merge(door, 1, Integer::sum);
        } catch (IOException e) {
            refused.add(e.toString());
        }
    }

    /** Nobody looks like anybody else, since intake would have to look. */
    private HttpRequest registration(URI door, UUID key, LocalDate born) {
        var letters = key.toString().replaceAll("\\d|-", "");
        var body = """
                {"givenName": "Ro%s", "familyName": "Over%s", "birthDate": "%s", "language": "en",
                 "contactRules": {"phone": false, "textMessage": false, "email": false, "voicemail": false}}
                """.formatted(letters, key.toString().substring(0, 8), born);
        return HttpRequest.newBuilder(URI.create(door + "/patients"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + clinic.token("ivy"))
                .header("X-Clinic", DemoClinic.RIVERSIDE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody is registered any more. */
    void end() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        http.close();
    }
}
