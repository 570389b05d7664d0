package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service on stores that are there, started again and again; each start has a log of its own. */
final class Starts {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration END_MAX = Duration.ofSeconds(30);

    private final Clinic stores;
    private final Service service;
    private int starts;

    Starts(Clinic stores, Service service) {
        this.stores = stores;
        this.service = service;
    }

    void begin() throws Exception {
        begin(Map.of());
    }

    /** With settings besides the usual ones. */
    void begin(Map<String, String> more) throws Exception {
        launch(more).awaitReady(START_MAX);
    }

    /** Asks it to end, as a Deployment does that is scaled to nothing. */
    void end() {
        stores.children().of(name()).orElseThrow().stop(END_MAX);
    }

    void kill() throws InterruptedException {
        stores.children().kill(name());
    }

    /** The migration Job, to its good end. */
    void migrate() throws Exception {
        var job = launch(Map.of("QUARKUS_INIT_AND_EXIT", "true"));
        assertThat(job.onExit().get(START_MAX.toSeconds(), TimeUnit.SECONDS).exitValue())
                .as(job.tail())
                .isZero();
    }

    private ChildProcess launch(Map<String, String> more) throws Exception {
        starts++;
        var usual = stores.plan(service);
        var told = new HashMap<>(usual.environment());
        told.putAll(more);
        return stores.children()
                .begin(new ChildProcess.Plan(
                        name(),
                        usual.command(),
                        told,
                        usual.folder(),
                        stores.settings().log(name()),
                        usual.ready(),
                        false));
    }

    private String name() {
        return service.title() + "-" + starts;
    }
}
