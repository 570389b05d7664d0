package org.stepwell.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts everything on this machine and keeps it running until Ctrl-C. */
final class Up implements Verb {
    private static final int ENDED = 130;
    private static final Duration END_MAX = Duration.ofSeconds(13);

    private final Progress progress = new Progress(System.out);

    @Override
    public int run(List<String> arguments) throws Exception {
        var rest = new ArrayList<>(arguments);
        var fresh = rest.remove("--fresh");
        var hotReload = hotReload(rest);
        if (!rest.isEmpty()) {
            throw new Trouble("up knows --fresh and --dev SERVICE, not %s.".formatted(String.join(" ", rest)));
        }
        var start = System.nanoTime();
        var clinic = new Clinic(Settings.local(), progress);
        progress.say("Stepwell starts in " + clinic.settings().home());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(clinic), "end-clinic"));
        try {
            clinic.start(fresh, hotReload);
            new DemoClinic(clinic).load();
        } catch (Exception e) {
            if (clinic.isClosed()) {
                // Somebody ended it while it started; that it did not come up is no news.
                return ENDED;
            }
            throw e;
        }
        keep(clinic, hotReload);
        if (hotReload.isEmpty()) {
            FasterStarts.beginIfNew(clinic, progress);
        }
        Welcome.print(clinic, progress);
        progress.say("Ready after %s; Ctrl-C ends it.".formatted(Progress.since(start)));
        progress.say("Stepwell is up");
        waitForTheEnd(clinic, hotReload);
        return 0;
    }

    // As an operator's platform would: a service that ends by itself comes back.
    private static void keep(Clinic clinic, Optional<Service> except) throws IOException {
        for (var service : Service.all()) {
            if (except.filter(service::equals).isEmpty()) {
                clinic.children().keep(clinic.plan(service));
            }
        }
    }

    private static Optional<Service> hotReload(List<String> arguments) {
        var flag = arguments.indexOf("--dev");
        if (flag < 0) {
            return Optional.empty();
        }
        if (flag + 1 >= arguments.size()) {
            throw new Trouble("--dev needs the name of a service, as in: ./stepwell up --dev enrollment");
        }
        var name = arguments.remove(flag + 1);
        arguments.remove(flag);
        return Optional.of(Service.named(name)
                .orElseThrow(() -> new Trouble("No service is called \"%s\"; there are %s."
                        .formatted(
                                name, Service.all().stream().map(Service::title).toList()))));
    }

    // With --dev, leaving the service's own prompt ends everything; otherwise only a signal does.
    private static void waitForTheEnd(Clinic clinic, Optional<Service> hotReload) throws InterruptedException {
        if (hotReload.isPresent()) {
            clinic.children()
                    .of(hotReload.get().title())
                    .ifPresent(child -> child.onExit().join());
        } else {
            Thread.currentThread().join();
        }
    }

    private void end(Clinic clinic) {
        if (!clinic.isOpen()) {
            return;
        }
        var start = System.nanoTime();
        var ending = Thread.ofPlatform().daemon().start(() -> {
            clinic.close();
            Home.endAbandoned(); // a recording that had no time to clean up after itself
        });
        try {
            if (!ending.join(END_MAX)) {
                new Orphans(clinic.settings().run()).killAll(clinic.settings().postgresData());
                progress.say("Something did not listen and was killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.say("Stepwell has ended after " + Progress.since(start));
    }
}
