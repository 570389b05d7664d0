package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What can befall a clinic while it runs: its services die, come back, or have to start over. */
public final class Faults {
    private final Clinic clinic;

    /** Of this clinic. */
    public Faults(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The process a service runs in. */
    public ProcessHandle process(Service service) {
        return clinic.children().process(service.title());
    }

    /** The process that all of PostgreSQL's sessions are children of. */
    public ProcessHandle database() throws IOException {
        var pid = Files.readAllLines(clinic.settings().postgresData().resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** What a service is told about the world around it: its connections, with their passwords. */
    public Map<String, String> environment(Service service) throws IOException {
        return clinic.plan(service).environment();
    }

    /** Ends a service as a crash would. In a clinic that {@code up} runs, it comes back by itself. */
    public void kill(Service service) throws InterruptedException {
        clinic.children().kill(service.title());
    }

    /** Starts a killed service again, or waits until {@code up} has done so, and returns when it is ready. */
    public void restart(Service service) throws IOException, InterruptedException {
        if (clinic.isOpen()) {
            clinic.children().start(clinic.plan(service));
        } else {
            ServiceProcess.awaitReturn(clinic.settings(), service);
        }
    }

    /**
     * Starts a service once more with the settings of this clinic as if it were in production, and returns what it said when
     * it gave up; empty if it did not within a minute.
     */
    public Optional<String> refusedInProduction(Service service) throws IOException, InterruptedException {
        var plan = clinic.plan(service);
        var log = plan.log().resolveSibling(service.title() + "-in-production.log");
        var builder = new ProcessBuilder(plan.command())
                .directory(plan.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(plan.environment());
        builder.environment().put("STEPWELL_PRODUCTION", "true");
        var process = builder.start();
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() != 0
                    ? Optional.of(Files.readString(log))
                    : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Empties the databases and topics and starts the services again; accounts stay. */
    public void startOver() throws Exception {
        Service.all().forEach(service -> clinic.children().end(service.title()));
        clinic.forgetEverything();
        for (var service : Service.all()) {
            restart(service);
        }
    }
}
