package org.stepwell.scheduling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;

/** Two at the same time: the first has not committed when the second begins. */
public final class AtOnce {

    // Of the locks, not of the sessions: those are seen as they were when the transaction first looked.
    private static final String SOMEBODY_WAITS_FOR_US =
            "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)) limit 1";
    private static final long PATIENCE_MILLIS = 20;

    private AtOnce() {}

    /** Something done in the clinic, in one transaction. */
    public static void inTheClinic(Runnable work) {
        ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return null;
        });
    }

    /** Does the first, begins the second, and commits the first once the second waits for it or is done. */
    public static <T> T beforeItCommits(Sql sql, Runnable first, Callable<T> second) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var begun = new Begun<T>();
            inTheClinic(() -> {
                first.run();
                begun.answer = threads.submit(second);
                while (!begun.answer.isDone()
                        && sql.one(SOMEBODY_WAITS_FOR_US, row -> row.getInt(1)).isEmpty()) {
                    pause();
                }
            });
            return begun.answer.get(20, TimeUnit.SECONDS);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Begun<T> {
        @SuppressWarnings("NullAway.Init")
        private Future<T> answer;
    }
}
