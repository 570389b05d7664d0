package org.stepwell.suite;

import java.io.IOException;

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

    /** Empties the databases and topics and starts the services again; accounts stay. */
    public void startOver() throws Exception {
        Service.all().forEach(service -> clinic.children().end(service.title()));
        clinic.forgetEverything();
        for (var service : Service.all()) {
            restart(service);
        }
    }
}
