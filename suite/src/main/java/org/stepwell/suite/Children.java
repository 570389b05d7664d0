package org.stepwell.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The processes a clinic has started: begun, watched, killed on request, and all ended together. */
final class Children implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(4);
    private static final Duration STOP_MAX = Duration.ofSeconds(9);
    // A JVM that has recorded its start writes it down when it ends, which takes its time on a small machine.
    private static final Duration RECORD_MAX = Duration.ofMinutes(4);
    private static final int REVIVALS_MAX = 20;
    private static final long PAUSE_MILLIS = 1_000;

    private final Orphans orphans;
    private final Progress progress;
    private final Map<String, ChildProcess> living = new ConcurrentHashMap<>();
    private final AtomicInteger revivals = new AtomicInteger();
    private volatile boolean closing;

    Children(Orphans orphans, Progress progress) {
        this.orphans = orphans;
        this.progress = progress;
    }

    /** Starts a process and waits until it is ready. */
    void start(ChildProcess.Plan plan) throws IOException, InterruptedException {
        begin(plan).awaitReady(START_MAX);
    }

    /** Starts a process and does not wait. */
    ChildProcess begin(ChildProcess.Plan plan) throws IOException, InterruptedException {
        var child = ChildProcess.start(plan, orphans);
        living.put(plan.name(), child);
        if (closing) {
            child.kill();
        }
        return child;
    }

    /** Runs a process to its end; its exit code says how it went. */
    int run(ChildProcess.Plan plan) throws IOException, InterruptedException {
        return begin(plan).onExit().join().exitValue();
    }

    /** Ends a process as a crash would; it may have been started by another launcher. */
    void kill(String name) throws InterruptedException {
        var child = living.remove(name);
        if (child != null) {
            child.kill();
            return;
        }
        var process = process(name);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks a process to end, and waits. */
    void end(String name) {
        Optional.ofNullable(living.remove(name)).ifPresent(child -> child.stop(STOP_MAX));
    }

    /** The newest living process of this name, whichever launcher started it. */
    ProcessHandle process(String name) {
        return orphans.living(name).orElseThrow(() -> new Trouble("%s does not run.".formatted(name)));
    }

    /** The process of this name, if this launcher started it and it lives. */
    Optional<ChildProcess> of(String name) {
        return Optional.ofNullable(living.get(name)).filter(ChildProcess::isAlive);
    }

    /** Starts a process again whenever it ends by itself, as an operator's platform would, and shows why it ended. */
    void revive(ChildProcess.Plan plan) {
        of(plan.name()).ifPresent(child -> Thread.startVirtualThread(() -> reviveAfter(child, plan)));
    }

    private void reviveAfter(ChildProcess ended, ChildProcess.Plan plan) {
        ended.onExit().join();
        if (!closing) {
            progress.say("%s ended (code %d). The end of %s:%n%s"
                    .formatted(ended.name(), ended.exitCode(), plan.log(), ended.tail()));
        }
        while (!closing && !isBack(plan)) {
            if (revivals.incrementAndGet() > REVIVALS_MAX) {
                progress.say("%s stays down: too many ends since the start (%d).".formatted(plan.name(), REVIVALS_MAX));
                return;
            }
        }
    }

    private boolean isBack(ChildProcess.Plan plan) {
        try {
            Thread.sleep(PAUSE_MILLIS);
            if (!closing) {
                progress.step(plan.name() + " again", () -> start(plan));
                revive(plan);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (Exception e) {
            end(plan.name());
            progress.say("%s did not come back, and is tried again: %s".formatted(plan.name(), e.getMessage()));
            return false;
        }
    }

    /** Ends all of them at the same time; whoever takes too long is killed. */
    @Override
    public void close() {
        closeWithin(STOP_MAX);
    }

    /** The same, with time for each to write down how it started. */
    void closeRecorded() {
        closeWithin(RECORD_MAX);
    }

    /** The same without any patience. */
    void abort() {
        closeWithin(Duration.ZERO);
    }

    private void closeWithin(Duration patience) {
        closing = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            living.values().forEach(child -> threads.execute(() -> child.stop(patience)));
        }
    }
}
