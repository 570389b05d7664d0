package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The processes a clinic has started: begun, watched, killed on request, and all ended together. */
final class Children implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(4);
    private static final Duration STOP_MAX = Duration.ofSeconds(9);
    // A JVM that has recorded its start writes it down when it ends, which takes its time on a small machine.
    private static final Duration RECORD_MAX = Duration.ofMinutes(4);
    private static final Duration KEEPERS_MAX = Duration.ofSeconds(2);
    private static final Duration PAUSE_MIN = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final Orphans orphans;
    private final Progress progress;
    private final Map<String, ChildProcess> living = new ConcurrentHashMap<>();
    private final List<Thread> keepers = new CopyOnWriteArrayList<>();
    private final Duration pauseMin;
    private volatile boolean closing;

    Children(Orphans orphans, Progress progress) {
        this(orphans, progress, PAUSE_MIN);
    }

    /** The same with another pause before what ended for the first time is started again. */
    Children(Orphans orphans, Progress progress, Duration pauseMin) {
        this.orphans = orphans;
        this.progress = progress;
        this.pauseMin = pauseMin;
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

    /**
     * Starts a process again whenever it ends by itself, as an operator's platform would, and shows why it ended. One that
     * keeps ending soon is given longer and longer to find what it lacks, and is never given up.
     */
    void keep(ChildProcess.Plan plan) {
        keepers.add(Thread.startVirtualThread(() -> {
            var pause = pauseMin;
            while (!closing) {
                long since = System.nanoTime();
                of(plan.name()).ifPresent(child -> awaitEnd(child, plan.log()));
                boolean soon = System.nanoTime() - since < PAUSE_MAX.toNanos();
                pause = soon ? shorter(pause.multipliedBy(2), PAUSE_MAX) : pauseMin;
                startAgain(plan, pause);
            }
        }));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void awaitEnd(ChildProcess child, Path log) {
        child.onExit().join();
        if (!closing) {
            progress.say("%s ended (code %d). The end of %s:%n%s"
                    .formatted(child.name(), child.exitCode(), log, child.tail()));
        }
    }

    private void startAgain(ChildProcess.Plan plan, Duration pause) {
        try {
            Thread.sleep(pause);
            if (!closing) {
                progress.step(plan.name() + " again", () -> start(plan));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            end(plan.name());
            progress.say("%s did not come back, and is tried again: %s".formatted(plan.name(), e.getMessage()));
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
            keepers.forEach(Thread::interrupt);
            living.values().forEach(child -> threads.execute(() -> child.stop(patience)));
        }
        keepers.forEach(Children::awaitEnd);
    }

    private static void awaitEnd(Thread keeper) {
        try {
            keeper.join(KEEPERS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
