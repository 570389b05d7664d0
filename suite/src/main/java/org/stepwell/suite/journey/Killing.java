package org.stepwell.suite.journey;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/** Ends services at the worst moments, as a crash would, and starts it again while the story goes on. */
final class Killing {

    private final Clinic clinic;
    private final Faults faults;
    private final Set<Service> victims;
    private final Telling telling;
    private final Claims claims;
    private final List<CompletableFuture<Void>> revivals = new ArrayList<>();
    private final Set<Long> killed = ConcurrentHashMap.newKeySet();

    Killing(Clinic clinic, Set<Service> victims, Telling telling, Claims claims) {
        this.clinic = clinic;
        this.faults = new Faults(clinic);
        this.victims = victims;
        this.telling = telling;
        this.claims = claims;
    }

    /** Does some work of a service; if that is a victim, it dies after its commit and before its relay. */
    void betweenCommitAndRelay(Service service, Runnable work) {
        if (!victims.contains(service)) {
            work.run();
            return;
        }
        awaitRevivals();
        try (var held = HeldRelay.of(clinic, service)) {
            work.run();
            claims.expect("what %s committed waits for its relay".formatted(service.title()), true, held.waiting() > 0);
            kill(service);
        } catch (SQLException e) {
            throw new Trouble("The database of %s does not answer: %s".formatted(service.title(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        telling.say("%s is killed with -9 between commit and relay; the evening goes on.", service.title());
        revive(service);
    }

    /** One of them, scheduling where it is one, dies with events on their way to it and from it. */
    void withEventsOnTheirWay() {
        var listener = victims.contains(Service.SCHEDULING)
                ? Optional.of(Service.SCHEDULING)
                : victims.stream().findFirst();
        listener.ifPresent(service -> {
            awaitRevivals();
            try {
                kill(service);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            telling.say("%s is killed with -9 while events are on their way.", service.title());
            revive(service);
        });
    }

    /** Claims that whoever was killed came back as another process. */
    void claimReturns() {
        awaitRevivals();
        claims.expect(
                "every victim was killed, one of them twice",
                victims.isEmpty() ? 0 : victims.size() + 1,
                killed.size());
        claims.expect("and all came back as other processes", victims.size(), (int) victims.stream()
                .map(service -> faults.process(service).pid())
                .filter(pid -> !killed.contains(pid))
                .count());
    }

    private void kill(Service service) throws InterruptedException {
        long before = faults.process(service).pid();
        faults.kill(service);
        killed.add(before);
        claims.expect(
                "process %d of %s is gone".formatted(before, service.title()),
                true,
                ProcessHandle.of(before).filter(ProcessHandle::isAlive).isEmpty());
    }

    private void revive(Service service) {
        revivals.add(CompletableFuture.runAsync(() -> {
            try {
                faults.restart(service);
            } catch (IOException e) {
                throw new IllegalStateException(service.title() + " did not come back", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void awaitRevivals() {
        try {
            revivals.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new Trouble("It did not come back: " + e);
        }
    }
}
