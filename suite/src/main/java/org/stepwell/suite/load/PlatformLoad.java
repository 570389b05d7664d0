package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/**
 * The platform itself: an event's way from commit to effect, what relay and consumer carry, how a service starts and
 * what it holds. A high ratio of eventToEffect would mean that we wait where nobody asked us to; a low one of the rates,
 * that we pay a round trip per event.
 */
final class PlatformLoad {

    private static final int EFFECTS = 200;
    private static final int RELAYED = 20_000;
    private static final int APPLIED = 5_000;

    private final Clinic clinic;
    private final long seed;

    PlatformLoad(Clinic clinic, long seed) {
        this.clinic = clinic;
        this.seed = seed;
    }

    Report run() throws Exception {
        var figures = new ArrayList<Figure>();
        try (var events = new EventLoad(clinic, seed)) {
            events.warmUp();
            figures.add(events.eventToEffect(EFFECTS));
            figures.add(events.relayEventsPerSecond(RELAYED));
            figures.add(events.effectsPerSecond(APPLIED));
        }
        figures.addAll(memory());
        figures.addAll(starts());
        return Report.of(
                "platform",
                seed,
                "one clinic, %d single events, %d relayed, %d applied".formatted(EFFECTS, RELAYED, APPLIED),
                figures);
    }

    /** What each service holds now, after the load. */
    private List<Figure> memory() throws IOException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            var megabytes = residentMegabytes(processOf(service));
            figures.add(Figure.value("residentMegabytes " + service.title(), "MB", 1, megabytes, null, "300"));
        }
        return figures;
    }

    /** Start to ready, one service at a time, beside a JVM that does nothing. */
    private List<Figure> starts() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            double bare = bareJvmMillis();
            clinic.kill(service);
            long start = System.nanoTime();
            clinic.restart(service);
            double millis = (System.nanoTime() - start) / 1e6;
            figures.add(Figure.value("startMillis " + service.title(), "ms", 1, millis, bare, "2000"));
        }
        return figures;
    }

    private static double bareJvmMillis() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        jvm.getInputStream().readAllBytes();
        jvm.waitFor(30, TimeUnit.SECONDS);
        return (System.nanoTime() - start) / 1e6;
    }

    /** The newest process that runs in the service's folder: its own, for one clinic at a time is measured. */
    private ProcessHandle processOf(Service service) throws IOException {
        var folder = clinic.settings().source().resolve(service.title() + "-service/target/quarkus-app");
        return ProcessHandle.current()
                .descendants()
                .filter(process -> runsIn(process, folder))
                .findFirst()
                .orElseThrow(() -> new IOException("no process of " + service.title()));
    }

    private static boolean runsIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder);
        } catch (IOException e) {
            return false; // not Linux, or gone already
        }
    }

    private static double residentMegabytes(ProcessHandle process) throws IOException {
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        var resident = status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElse("VmRSS: 0 kB");
        return Long.parseLong(resident.replaceAll("[^0-9]", "")) / 1024.0;
    }
}
