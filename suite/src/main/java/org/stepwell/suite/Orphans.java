package org.stepwell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Remembers every process the launcher starts, so that the next launcher can end those a killed one left behind. A launcher
 * may be killed between a start and its line in the register, so each process also carries a mark in its command.
 */
final class Orphans {
    // Linux counts a process's start in ticks since boot, up to a second off the wall clock, and clocks get adjusted.
    private static final Duration TOLERANCE = Duration.ofMillis(2_500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path register;

    Orphans(Path run) {
        this.register = run.resolve("children");
    }

    /** A process as it was written down. */
    record Child(String name, long pid, long startMillis) {
        /** This process itself. */
        static Child current(String name) {
            var self = ProcessHandle.current();
            var start = self.info().startInstant().orElseGet(Instant::now);
            return new Child(name, self.pid(), start.toEpochMilli());
        }

        /** A line of the register; one that a power cut left half written names nobody. */
        static Optional<Child> parse(String line) {
            var words = line.split(" ", -1);
            try {
                return words.length == 3
                        ? Optional.of(new Child(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** Whether the process that has this number now is the one written down, and not a stranger that got its number. */
        boolean is(Optional<Instant> start) {
            return start.map(instant -> Duration.between(Instant.ofEpochMilli(startMillis), instant)
                                    .abs()
                                    .compareTo(TOLERANCE)
                            < 0)
                    .orElse(false);
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> is(handle.info().startInstant()));
        }
    }

    /** What a process of this clinic has among its arguments. */
    String mark() {
        return "-Dstepwell.register=" + register;
    }

    synchronized void register(String name, ProcessHandle process) {
        var start = process.info().startInstant().orElseGet(Instant::now);
        try {
            Files.writeString(
                    register,
                    "%s %d %d%n".formatted(name, process.pid(), start.toEpochMilli()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest process of this name, if it lives. */
    Optional<ProcessHandle> living(String name) {
        return children().reversed().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .flatMap(Child::process);
    }

    /** Ends what a killed launcher left, services first and the database last, and says whom. */
    List<String> endAll(Path postgresData) {
        var left =
                children().stream().filter(child -> child.process().isPresent()).toList();
        left.stream().flatMap(child -> child.process().stream()).forEach(Orphans::end);
        var unwritten = marked();
        unwritten.forEach(Orphans::end);
        var names = Stream.concat(
                left.stream().map(Child::name), unwritten.stream().map(_ -> "a process that had just begun"));
        var postmaster = postmaster(postgresData).flatMap(Child::process);
        postmaster.ifPresent(Orphans::endDatabase);
        try {
            Files.deleteIfExists(register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.concat(names, postmaster.stream().map(handle -> "postgres"))
                .toList();
    }

    /** The same without patience: nobody is asked or waited for, and the database recovers at its next start. */
    void killAll(Path postgresData) {
        children().stream().flatMap(child -> child.process().stream()).forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        postmaster(postgresData).flatMap(Child::process).ifPresent(process -> signal("-QUIT", process));
    }

    /** Where the system shows the commands of others; elsewhere nobody is found, and the port is named that they hold. */
    private List<ProcessHandle> marked() {
        return ProcessHandle.allProcesses()
                .filter(process -> (process.info().commandLine().orElse("") + " ").contains(mark() + " "))
                .toList();
    }

    private List<Child> children() {
        try {
            return Files.exists(register)
                    ? Files.readAllLines(register).stream()
                            .flatMap(line -> Child.parse(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // PostgreSQL writes its own register: line 1 is the process, line 3 its start in seconds.
    private static Optional<Child> postmaster(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            return lines.size() < 3
                    ? Optional.empty()
                    : Child.parse("postgres %s %s000"
                            .formatted(lines.get(0).strip(), lines.get(2).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process) {
        var gone = process.onExit();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await(gone, process);
    }

    // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait until every client has gone.
    private static void endDatabase(ProcessHandle process) {
        var gone = process.onExit();
        signal("-INT", process);
        await(gone, process);
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            // kill is part of every shell; as a program it is missing on small systems.
            new ProcessBuilder("sh", "-c", "kill \"$0\" \"$1\"", signal, Long.toString(process.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CompletableFuture<ProcessHandle> gone, ProcessHandle process) {
        try {
            gone.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new Trouble("Process %d of an earlier run does not end; end it by hand.".formatted(process.pid()), e);
        }
    }
}
