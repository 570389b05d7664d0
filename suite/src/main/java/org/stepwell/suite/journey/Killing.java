package org.stepwell.suite.journey;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** Ends a service in the middle of an evening, as a crash would, and starts it again while the story goes on. */
final class Killing {

    private final Clinic clinic;
    private final Optional<Service> victim;
    private final Telling telling;
    private @Nullable CompletableFuture<Void> revival;

    Killing(Clinic clinic, Optional<Service> victim, Telling telling) {
        this.clinic = clinic;
        this.victim = victim;
        this.telling = telling;
    }

    void now() {
        victim.ifPresent(service -> {
            telling.say("%s is killed with -9; the evening goes on.", service.title());
            revival = CompletableFuture.runAsync(() -> killAndRestart(service));
        });
    }

    /** Whether the service that was killed came back; true where none was. */
    boolean cameBack() {
        try {
            if (revival != null) {
                revival.join();
            }
            return true;
        } catch (CompletionException e) {
            telling.say("It did not come back: %s", e);
            return false;
        }
    }

    private void killAndRestart(Service service) {
        try {
            clinic.kill(service);
            clinic.restart(service);
        } catch (IOException e) {
            throw new IllegalStateException(service.title() + " did not come back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
