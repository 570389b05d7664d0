package org.stepwell.platform.time;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** A second one that does what is due on the same database, with threads of its own, as another replica of the service does. */
public final class AnotherReplica implements AutoCloseable {

    private final Sweeper sweeper =
            new Sweeper(Arc.container().instance(DueRows.class).get());

    public AnotherReplica() {
        sweeper.start(new StartupEvent());
    }

    /** Does what is due until nothing is. */
    public void sweep() {
        sweeper.sweepUntilQuiet();
    }

    @Override
    public void close() {
        try {
            sweeper.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
