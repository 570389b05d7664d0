package org.stepwell.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Steps that run at the same time; the first that fails is what everybody hears. */
final class Together implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofSeconds(8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    private final Progress progress;

    Together(Progress progress) {
        this.progress = progress;
    }

    /** Begins a step and tells when it is done. */
    CompletableFuture<Void> begin(String what, Progress.Step step) {
        return CompletableFuture.runAsync(() -> attempt(what, step), threads);
    }

    /** Waits for these steps, or for the first failure of any. */
    void await(CompletableFuture<?>... steps) throws Exception {
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(steps), firstFailure)
                    .get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw cause instanceof Exception exception ? exception : e;
        }
    }

    /** Waits a while for the steps that have begun; no other begins. */
    void awaitEnd() {
        close();
        try {
            var ended = threads.awaitTermination(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                progress.say("  something is still starting after %d s and is left to the next start"
                        .formatted(END_MAX.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No other step begins. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private void attempt(String what, Progress.Step step) {
        try {
            progress.step(what, step);
        } catch (Exception e) {
            firstFailure.completeExceptionally(e);
            throw new CompletionException(e);
        }
    }
}
