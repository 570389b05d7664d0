package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Cursors.Place;
import org.stepwell.platform.time.Pulse;

/**
 * Applies records to a listener, each once and in the order of its key: the cursor moves in the transaction of the
 * effect. At or below the cursor is a duplicate; next is applied; beyond is a gap, which also keeps back whatever
 * follows a record that was parked. What waited behind a gap follows once the gap has closed, each record in a
 * transaction of its own, so that none takes back what came before it.
 */
final class Applier<E extends Event> {

    private static final Logger LOG = Logger.getLogger(Applier.class);
    private static final int TRIES_MAX = 3;
    private static final long[] PAUSE_MILLIS = {50, 200};

    private final Retelling<E> listener;
    private final EventFamily<E> family;
    private final Cursors cursors;
    private final Parked parked;
    private final Patience patience;
    private final Pulse pulse;

    Applier(
            Retelling<E> listener,
            EventFamily<E> family,
            Cursors cursors,
            Parked parked,
            Patience patience,
            Pulse pulse) {
        this.listener = listener;
        this.family = family;
        this.cursors = cursors;
        this.parked = parked;
        this.patience = patience;
        this.pulse = pulse;
    }

    /** Applies records of one partition; throws only what passes by itself, after all others had their turn. */
    void apply(List<Incoming<E>> records) {
        var held = new Held();
        boolean inOrder = listener.listener().inOrderAcrossClinics();
        for (var ofClinic : inOrder ? Turns.inOrder(records) : Turns.byClinic(records)) {
            together(held.without(ofClinic), held);
            if (inOrder) {
                held.rethrow();
            }
        }
        held.rethrow();
        patience.forget(records.getFirst().message());
    }

    private void together(List<Incoming<E>> records, Held held) {
        if (records.isEmpty()) {
            return;
        }
        Set<Place> waiting;
        try {
            waiting = inTransaction(records);
        } catch (RuntimeException e) {
            rethrowIfOfTheDatabase(e);
            records.forEach(one -> alone(one, held).forEach(place -> release(place, held)));
            return;
        }
        waiting.forEach(place -> release(place, held));
    }

    /** Tries one record a few times, else holds or parks it; answers its key, where something waits behind it. */
    private Set<Place> alone(Incoming<E> record, Held held) {
        for (int attempt = 1; !held.holds(record.place()); attempt++) {
            try {
                return inTransaction(List.of(record));
            } catch (RuntimeException e) {
                rethrowIfOfTheDatabase(e);
                boolean waits = Trouble.of(e) == Trouble.THAT_WAITS;
                if (waits && !patience.isOver(record.message())) {
                    held.hold(record.place(), e);
                } else if (waits || attempt == TRIES_MAX) {
                    LOG.errorf(e, "parked %s %s of %s", record.topic(), record.sequence(), record.key());
                    var reason = (waits ? "waits: " : "failed: ") + Trouble.rootOf(e);
                    QuarkusTransaction.requiringNew().run(() -> park(record, reason));
                    return Set.of();
                } else {
                    pause(PAUSE_MILLIS[attempt - 1]);
                }
            }
        }
        return Set.of();
    }

    /** Applies what waited for numbers that have come, until the next gap. */
    private void release(Place place, Held held) {
        for (var next = waiting(place); next.isPresent() && !held.holds(place); next = waiting(place)) {
            alone(Incoming.read(next.get(), family), held);
        }
    }

    /** Forgets what is settled; answers the record whose turn it is, where it waited only for a number before it. */
    private Optional<ConsumerRecord<String, byte[]>> waiting(Place place) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long last = cursors.locked(listener.name(), List.of(place)).getOrDefault(place, 0L);
            parked.forgetSettled(listener.name(), place, last);
            return parked.waitingAs(listener.name(), place, last + 1);
        });
    }

    /** Answers the keys behind which something waits, once the transaction has committed. */
    private Set<Place> inTransaction(List<Incoming<E>> records) {
        var aside = new Aside();
        var clinic = records.getFirst().clinic();
        try {
            var waiting = clinic == null
                    ? QuarkusTransaction.requiringNew().call(() -> parkAll(records, aside))
                    : ClinicContext.in(
                            listener.work(clinic),
                            () -> QuarkusTransaction.requiringNew().call(() -> applyAll(records, aside)));
            aside.log();
            return waiting;
        } finally {
            pulse.beat();
        }
    }

    private Set<Place> parkAll(List<Incoming<E>> records, Aside aside) {
        for (var record : records) {
            park(record, record.reason());
            aside.add(record, record.reason());
        }
        return Set.of();
    }

    private Set<Place> applyAll(List<Incoming<E>> records, Aside aside) {
        var places = records.stream().map(Incoming::place).toList();
        var known = cursors.locked(listener.name(), places);
        var now = new HashMap<>(known);
        records.forEach(record -> applyOne(record, now, aside));
        var moved = new HashMap<Place, Long>();
        now.forEach((place, last) -> {
            if (!last.equals(known.get(place))) {
                moved.put(place, last);
            }
        });
        cursors.move(listener.name(), known, moved);
        return parked.amongWaiting(listener.name(), places);
    }

    private void applyOne(Incoming<E> record, Map<Place, Long> now, Aside aside) {
        var envelope = Objects.requireNonNull(record.envelope());
        var place = record.place();
        long sequence = envelope.sequence();
        @Nullable Long last = now.get(place);
        if (last != null && sequence <= last) {
            return;
        }
        boolean next = last == null || sequence == last + 1 || family.isState(record.topic());
        if (next && record.event() != null) {
            listener.tell(record.event(), envelope);
            now.put(place, sequence);
            return;
        }
        now.putIfAbsent(place, sequence - 1);
        var reason = next ? record.reason() : "gap: expected %d".formatted(Objects.requireNonNull(last) + 1);
        parked.park(listener.name(), record, reason);
        aside.add(record, reason);
    }

    /** Also sets the cursor of a key whose first record could not be applied, so that the next one waits for it. */
    private void park(Incoming<E> record, String reason) {
        @Nullable Long sequence = record.sequence();
        if (sequence != null) {
            var place = record.place();
            var known = cursors.locked(listener.name(), List.of(place));
            @Nullable Long last = known.get(place);
            if (last != null && last >= sequence) {
                return; // a copy of what was applied
            }
            if (last == null) {
                cursors.move(listener.name(), known, Map.of(place, sequence - 1));
            }
        }
        parked.park(listener.name(), record, reason);
    }

    private static void rethrowIfOfTheDatabase(RuntimeException failure) {
        if (Trouble.of(failure) == Trouble.OF_THE_DATABASE) {
            throw failure;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
