package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.FasterStarts;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Service;

/**
 * The platform itself: an event's way from request to effect, what relay and consumer carry, how a service starts and
 * what it holds. A high ratio of eventToEffect would mean that we wait where nobody asked us to; a low one of the rates,
 * that we pay a round trip per event. Everything is run three times: the times are pooled, of the rest the middle counts.
 */
final class PlatformLoad {

    private static final int RUNS = 3;
    private static final int EFFECTS = 200;
    private static final int RELAYED = 20_000;
    private static final int APPLIED = 5_000;

    private final Clinic clinic;
    private final Faults faults;
    private final long seed;

    PlatformLoad(Clinic clinic, long seed) {
        this.clinic = clinic;
        this.faults = new Faults(clinic);
        this.seed = seed;
    }

    Report run() throws Exception {
        var figures = new ArrayList<Figure>();
        var madeUp = new MadeUp(seed);
        try (var rates = new RateLoad(clinic, madeUp)) {
            figures.add(eventToEffect(madeUp));
            figures.add(middle("relayEventsPerSecond", RELAYED, "2000", () -> rates.relayed(RELAYED)));
            figures.add(middle("effectsPerSecond", APPLIED, "1000", () -> rates.applied(APPLIED)));
        }
        figures.add(new UnknownIdLoad(clinic, madeUp).run());
        figures.addAll(memory());
        figures.addAll(starts());
        return Report.of("platform", seed, dataset(), figures);
    }

    private String dataset() throws IOException {
        return "one empty clinic, database durable, optimizing compiler, start cache %s; %d runs; %d registrations a run at %d a second over %d background events a second; %d relayed, %d applied a run"
                .formatted(
                        FasterStarts.isRecorded(clinic.settings()) ? "used" : "not recorded (./stepwell up records it)",
                        RUNS,
                        EFFECTS,
                        EffectLoad.PER_SECOND,
                        EffectLoad.BACKGROUND_PER_SECOND,
                        RELAYED,
                        APPLIED);
    }

    private Figure eventToEffect(MadeUp madeUp) throws Exception {
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var effects = new EffectLoad(clinic, madeUp)) {
            effects.beginBackground();
            effects.effects(EFFECTS); // so that the first run does not measure class loading
            for (int run = 0; run < RUNS; run++) {
                ours.addAll(effects.effects(EFFECTS));
                bare.addAll(effects.bare(EFFECTS));
            }
        }
        return Figure.times("eventToEffect", "ms", ours, bare, "p95 250");
    }

    /** Something that is done a number of times a second. */
    private interface Rated {
        RateLoad.Rate run() throws Exception;
    }

    private static Figure middle(String name, int n, String budget, Rated rated) throws Exception {
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            var rate = rated.run();
            ours.add(rate.ours());
            bare.add(rate.bare());
        }
        return Figure.value(name, "1/s", RUNS * n, Figure.middle(ours), Figure.middle(bare), budget);
    }

    /** What each service holds now, after the load. */
    private List<Figure> memory() throws IOException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            figures.add(Figure.value("residentMegabytes", "MB", 1, residentMegabytes(service), null, "300")
                    .of(service));
        }
        return figures;
    }

    /** Start to ready, one service at a time, beside a JVM that does nothing. */
    private List<Figure> starts() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            var ours = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            for (int run = 0; run < RUNS; run++) {
                bare.add(bareJvmMillis());
                faults.kill(service);
                long start = System.nanoTime();
                faults.restart(service);
                ours.add((System.nanoTime() - start) / 1e6);
            }
            figures.add(Figure.value("startMillis", "ms", RUNS, Figure.middle(ours), Figure.middle(bare), "2000")
                    .of(service));
        }
        return figures;
    }

    private static double bareJvmMillis() throws IOException, InterruptedException {
        long start = System.nanoTime();
        output(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version");
        return (System.nanoTime() - start) / 1e6;
    }

    private double residentMegabytes(Service service) throws IOException {
        var pid = Long.toString(faults.process(service).pid());
        try {
            return Long.parseLong(output("ps", "-o", "rss=", "-p", pid).strip()) / 1024.0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }
}
