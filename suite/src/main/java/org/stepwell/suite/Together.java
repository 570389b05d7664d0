package org.stepwell.suite;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps that run at the same time; the first that fails is what everybody hears. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    private final Progress progress;

    Together(Progress progress) {
        this.progress = progress;
    }

    /** Something that is started. */
    interface Step {
        void run() throws Exception;
    }

    /** Begins a step and tells when it is done. */
    CompletableFuture<Void> begin(String what, Step step) {
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

    /** Leaves no step running. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void attempt(String what, Step step) {
        try {
            progress.step(what, step);
        } catch (Exception e) {
            firstFailure.completeExceptionally(e);
            throw new CompletionException(e);
        }
    }
}
