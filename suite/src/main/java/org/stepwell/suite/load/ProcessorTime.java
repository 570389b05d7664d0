package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Service;

/**
 * How long processors work for one call: for the service that is asked, for the others, which hear of it, and for PostgreSQL. What they
 * do anyway is taken off. Kafka is not counted, because here it is a part of whoever asks.
 */
final class ProcessorTime {

    /** Linux tells it in hundredths of a second, on every machine. */
    private static final double TICK_MILLIS = 10;

    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Fields of {@code /proc/PID/stat}, counted behind the name: for itself, and for children that have ended. */
    static final int ITSELF = 11;

    static final int CHILDREN = 13;

    private final Faults faults;
    private final Service asked;
    private final Used anyway;
    private Used used = new Used(0, 0, 0, 0);

    private ProcessorTime(Faults faults, Service asked) throws IOException, InterruptedException {
        this.faults = faults;
        this.asked = asked;
        var before = now();
        Thread.sleep(QUIET);
        this.anyway = now().since(before);
    }

    /** Milliseconds of processors, in milliseconds of the clock. */
    private record Used(double clock, double asked, double others, double database) {

        Used since(Used before) {
            return new Used(
                    clock - before.clock, asked - before.asked, others - before.others, database - before.database);
        }

        Used plus(Used more) {
            return new Used(clock + more.clock, asked + more.asked, others + more.others, database + more.database);
        }
    }

    /** Looks first at what is done without us; only Linux shows it. */
    static Optional<ProcessorTime> of(Faults faults, Service asked) throws IOException, InterruptedException {
        return Files.isReadable(Path.of("/proc/self/stat"))
                ? Optional.of(new ProcessorTime(faults, asked))
                : Optional.empty();
    }

    /** Counts what is used while this is done. */
    <T> T count(Callable<T> work) throws Exception {
        var before = now();
        var done = work.call();
        used = used.plus(now().since(before));
        return done;
    }

    /** Of each of so many calls. */
    List<Figure> figures(String name, int calls) {
        double quiet = used.clock() / anyway.clock();
        var figures = new ArrayList<Figure>();
        figures.add(figure(name + "Cpu", calls, used.asked() - quiet * anyway.asked()));
        figures.add(figure(name + "CpuElsewhere", calls, used.others() - quiet * anyway.others()));
        figures.add(figure(name + "CpuDatabase", calls, used.database() - quiet * anyway.database()));
        return figures;
    }

    private static Figure figure(String name, int calls, double millis) {
        return Figure.value(name, "ms", calls, Math.max(0, millis) / calls, null, "none");
    }

    private Used now() throws IOException {
        double others = 0;
        for (var service : Service.all()) {
            others += service == asked ? 0 : millis(faults.process(service), ITSELF);
        }
        var database = faults.database();
        double sessions = millis(database, ITSELF) + millis(database, CHILDREN);
        for (var session : (Iterable<ProcessHandle>) database.children()::iterator) {
            sessions += millis(session, ITSELF);
        }
        return new Used(System.nanoTime() / 1e6, millis(faults.process(asked), ITSELF), others, sessions);
    }

    /** A session that ends just now is counted with its parent the next time. */
    static double millis(ProcessHandle process, int field) throws IOException {
        var stat = Path.of("/proc/%d/stat".formatted(process.pid()));
        if (!Files.exists(stat)) {
            return 0;
        }
        var line = Files.readString(stat);
        return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" "))
                        .skip(field)
                        .limit(2)
                        .mapToLong(Long::parseLong)
                        .sum()
                * TICK_MILLIS;
    }
}
