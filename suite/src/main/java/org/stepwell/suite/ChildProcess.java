package org.stepwell.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process beside the launcher, with its log file and the address that says when it is ready. */
final class ChildProcess {
    private static final Duration PROBE_MAX = Duration.ofSeconds(2);
    private static final long PROBE_PAUSE_MILLIS = 100;
    private static final Duration BELOW_MAX = Duration.ofSeconds(2);
    private static final int TAIL_LINES = 40;
    private static final int TAIL_BYTES = 1 << 16;
    private static final HttpClient PROBING = Http.client(PROBE_MAX);

    private final String name;
    private final Process process;
    private final Path log;
    private final URI ready;

    /**
     * How to start a process.
     *
     * @param inForeground whether it talks to the terminal instead of its log file
     */
    record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            URI ready,
            boolean inForeground) {}

    private ChildProcess(String name, Process process, Path log, URI ready) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.ready = ready;
    }

    /** Starts it and writes it down, so that it can be ended even if this launcher is killed. */
    static ChildProcess start(Plan plan, Orphans orphans) throws IOException {
        var builder = new ProcessBuilder(marked(plan.command(), orphans.mark()))
                .directory(plan.folder().toFile());
        // A setting of the launcher is no setting of the child, though the names look alike.
        builder.environment().keySet().removeIf(key -> key.startsWith("STEPWELL_") || key.startsWith("QUARKUS_"));
        builder.environment().putAll(plan.environment());
        if (plan.inForeground()) {
            builder.inheritIO();
        } else {
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        }
        var process = builder.start();
        orphans.register(plan.name(), process.toHandle());
        return new ChildProcess(plan.name(), process, plan.log(), plan.ready());
    }

    /**
     * A command with a mark that it does not mind: a property of a JVM, right after the program, because a system shows only the
     * beginning of long commands; of a shell, one more word after its script.
     */
    static List<String> marked(List<String> command, String mark) {
        var marked = new ArrayList<>(command);
        int java = command.indexOf(JavaProgram.path());
        marked.add(java < 0 ? command.size() : java + 1, mark);
        return marked;
    }

    String name() {
        return name;
    }

    /** Waits until it answers that it is ready; its end or too long a wait is trouble, told with the end of its log. */
    void awaitReady(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!process.isAlive() || !isReady(ready)) {
            if (!process.isAlive()) {
                throw new Trouble("%s ended (code %d) before it was ready. The end of %s:%n%s"
                        .formatted(name, process.exitValue(), log, tail()));
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble("%s was not ready after %d s (%s). The end of %s:%n%s"
                        .formatted(name, patience.toSeconds(), ready, log, tail()));
            }
            Thread.sleep(PROBE_PAUSE_MILLIS);
        }
    }

    /** Asks it to end and waits; whoever does not listen is ended. */
    void stop(Duration patience) {
        // Hot reload is a process of a process of a shell, which does not pass on that it was asked to end.
        var below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
            below.forEach(ProcessHandle::destroy);
            awaitEnd(below);
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        var gone = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(gone).get(BELOW_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends it at once, as a crash would (SIGKILL). */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The last lines it wrote, however long its log is. */
    String tail() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var end = new byte[(int) Math.min(TAIL_BYTES, file.length() - file.getFilePointer())];
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: %s)".formatted(e.getMessage());
        }
    }

    static boolean isReady(URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PROBE_MAX).build();
            return PROBING.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
