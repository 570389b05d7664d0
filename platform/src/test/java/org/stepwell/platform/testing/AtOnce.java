package org.stepwell.platform.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;

/**
 * Two at the same time: the first has not committed when the second begins.
 *
 * @param answer what the second was answered
 * @param waited whether it waited for the first
 * @param before the last moment before the first committed
 */
public record AtOnce<T>(T answer, boolean waited, Instant before) {

    // Of the locks, not of the sessions: those are seen as they were when the transaction first looked.
    private static final String SOMEBODY_WAITS_FOR_US =
            "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)) limit 1";
    private static final long PATIENCE_MILLIS = 20;

    /** Something done in the clinic, in one transaction. */
    public static void inTheClinic(Runnable work) {
        inTheClinic(() -> {
            work.run();
            return true;
        });
    }

    /** The same, with an answer. */
    public static <T> T inTheClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** Does the first, begins the second, and commits the first once the second waits for it or is done. */
    public static <T> AtOnce<T> beforeItCommits(Sql sql, Runnable first, Callable<T> second) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var begun = inTheClinic(() -> {
                first.run();
                var answer = threads.submit(second);
                return new Begun<>(answer, waits(sql, answer), Instant.now());
            });
            return new AtOnce<>(begun.answer().get(20, TimeUnit.SECONDS), begun.waited(), begun.before());
        }
    }

    private static boolean waits(Sql sql, Future<?> answer) throws InterruptedException {
        while (!answer.isDone()) {
            if (sql.one(SOMEBODY_WAITS_FOR_US, row -> row.getInt(1)).isPresent()) {
                return true;
            }
            Thread.sleep(PATIENCE_MILLIS);
        }
        return false;
    }

    private record Begun<T>(Future<T> answer, boolean waited, Instant before) {}
}
