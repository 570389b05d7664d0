package org.stepwell.suite.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;

/**
 * The platform itself: an event's way from request to effect, what relay and consumer carry, how a service starts and
 * what it holds. A high ratio of eventToEffect would mean that we wait where nobody asked us to; a low one of the rates,
 * that we pay a round trip per event. Everything is run three times: the times are pooled, of the rest the middle counts.
 */
final class PlatformLoad {

    private static final int RUNS = 3;
    private static final int EFFECTS = 200;
    private static final int REQUESTS = 200;
    private static final int READS_PER_SECOND = 50;
    private static final int RELAYED = 20_000;
    private static final int APPLIED = 5_000;

    private final Clinic clinic;
    private final Progress progress;
    private final long seed;

    PlatformLoad(Clinic clinic, Progress progress, long seed) {
        this.clinic = clinic;
        this.progress = progress;
        this.seed = seed;
    }

    Report run() throws Exception {
        var figures = new ArrayList<Figure>();
        var madeUp = new MadeUp(seed);
        new Dataset(clinic, madeUp).fill(progress);
        figures.addAll(requests(madeUp));
        figures.add(measured("event to effect", () -> eventToEffect(madeUp)));
        for (var service : Service.all()) {
            figures.addAll(measured("rates of " + service.title(), () -> rates(service, madeUp)));
        }
        figures.add(measured("unknown ids", () -> new UnknownIdLoad(clinic, madeUp).run()));
        var processes = new ProcessLoad(new Faults(clinic), RUNS);
        figures.addAll(measured("memory", processes::memory));
        figures.addAll(measured("starts", processes::starts));
        return Report.of("platform", seed, dataset(), figures);
    }

    private String dataset() {
        return "%s; database durable, services packaged and started as in their images; %d runs; %d reads a run at %d a second, %d registrations at %d; %d registrations a run at %d a second over %d background events a second; %d relayed, %d applied a run and service"
                .formatted(
                        Dataset.WORDS,
                        RUNS,
                        REQUESTS,
                        READS_PER_SECOND,
                        REQUESTS,
                        EffectLoad.PER_SECOND,
                        EFFECTS,
                        EffectLoad.PER_SECOND,
                        EffectLoad.BACKGROUND_PER_SECOND,
                        RELAYED,
                        APPLIED);
    }

    /** Measures something and says that it has been measured. */
    private <T> T measured(String what, Callable<T> measuring) throws Exception {
        long start = System.nanoTime();
        var measured = measuring.call();
        progress.say("  %-22s measured in %s".formatted(what, Progress.since(start)));
        return measured;
    }

    private List<Figure> rates(Service service, MadeUp madeUp) throws Exception {
        try (var rates = new RateLoad(clinic, service, madeUp)) {
            return List.of(
                    middle("relayEventsPerSecond", RELAYED, "2000", () -> rates.relayed(RELAYED))
                            .of(service),
                    middle("effectsPerSecond", APPLIED, "1000", () -> rates.applied(APPLIED))
                            .of(service));
        }
    }

    /** One that reads and one that writes, of which three other services hear. */
    private List<Figure> requests(MadeUp madeUp) throws Exception {
        var api = new LoadApi(clinic);
        var beside = new SideBySide(clinic, Service.ENROLLMENT, progress);
        try (var bare = new BareRequests(clinic)) {
            var known = api.register(madeUp.id().toString());
            var figures = new ArrayList<>(beside.measure(
                    "readPatient",
                    new Pace(REQUESTS, READS_PER_SECOND),
                    "p95 40",
                    1,
                    () -> api.get(Service.ENROLLMENT, "/patients/" + known).must(200),
                    () -> bare.read(known)));
            figures.addAll(beside.measure(
                    "registerPatient",
                    new Pace(REQUESTS, EffectLoad.PER_SECOND),
                    "p95 80",
                    1,
                    () -> api.register(madeUp.id().toString()),
                    () -> bare.write(madeUp.id())));
            return figures;
        }
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
}
