package org.stepwell.platform.time;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** The threads of a lane, which do several rows at once. */
final class Hands implements AutoCloseable {

    private final ExecutorService threads;
    private final Pulse pulse;

    Hands(Lane lane, Pulse pulse) {
        this.pulse = pulse;
        threads = Executors.newFixedThreadPool(
                lane.atOnce(),
                Thread.ofPlatform().name(lane.word() + "-", 1).daemon().factory());
    }

    /** Does something with each, and answers with how many it was done; once all are through. */
    int count(List<DueRow> rows, Predicate<DueRow> does) {
        if (rows.size() == 1) {
            return count(rows.getFirst(), does);
        }
        try {
            var tasks = rows.stream()
                    .<Callable<Integer>>map(row -> () -> count(row, does))
                    .toList();
            int done = 0;
            for (Future<Integer> answer : threads.invokeAll(tasks)) {
                done += answer.get();
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rows were done", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row could neither be done nor put off", e.getCause());
        }
    }

    /** Each row is a beat: behind a database that is away, hundreds of them may wait one after the other. */
    private int count(DueRow row, Predicate<DueRow> does) {
        try {
            return does.test(row) ? 1 : 0;
        } finally {
            pulse.beat();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
