package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.problem.PassingTrouble;

/**
 * Applies records to a listener, each once and in the order of its key: the cursor moves in the transaction of the
 * effect. At or below the cursor is a duplicate; next is applied; beyond is a gap, which also keeps back whatever
 * follows a record that was parked.
 */
final class Applier<E extends Event> {

    private static final Logger LOG = Logger.getLogger(Applier.class);
    private static final int TRIES_MAX = 3;

    private final Listener<E> listener;
    private final EventFamily<E> family;
    private final Cursors cursors;
    private final Parked parked;

    Applier(Listener<E> listener, EventFamily<E> family, Cursors cursors, Parked parked) {
        this.listener = listener;
        this.family = family;
        this.cursors = cursors;
        this.parked = parked;
    }

    String name() {
        return family.publisher();
    }

    /** Applies records of one partition; throws only what passes by itself, with nothing of a clinic half done. */
    void apply(List<Incoming<E>> records) {
        var byClinic = new LinkedHashMap<@Nullable ClinicId, List<Incoming<E>>>();
        records.forEach(record -> byClinic.computeIfAbsent(record.clinic(), _ -> new java.util.ArrayList<>())
                .add(record));
        byClinic.forEach((clinic, ofClinic) -> {
            try {
                inTransaction(clinic, ofClinic);
            } catch (RuntimeException together) {
                rethrowIfItPasses(together);
                ofClinic.forEach(one -> alone(clinic, one));
            }
        });
    }

    private void alone(@Nullable ClinicId clinic, Incoming<E> record) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(clinic, List.of(record));
                return;
            } catch (RuntimeException e) {
                rethrowIfItPasses(e);
                if (attempt == TRIES_MAX) {
                    LOG.errorf(e, "parked %s %s of %s", record.topic(), record.sequence(), record.key());
                    var reason = "failed: " + rootOf(e).getClass().getSimpleName();
                    QuarkusTransaction.requiringNew().run(() -> park(record, reason));
                    return;
                }
            }
        }
    }

    private void inTransaction(@Nullable ClinicId clinic, List<Incoming<E>> records) {
        if (clinic == null) {
            QuarkusTransaction.requiringNew().run(() -> records.forEach(record -> park(record, reason(record))));
            return;
        }
        ClinicContext.in(new ClinicContext.Work(clinic, "service:" + name(), null), () -> {
            QuarkusTransaction.requiringNew().run(() -> applyAll(records));
            return clinic;
        });
    }

    private void applyAll(List<Incoming<E>> records) {
        var places = records.stream().map(Applier::place).toList();
        var known = cursors.locked(name(), places);
        var now = new HashMap<>(known);
        boolean somethingWaits = parked.any(
                name(),
                places.stream().map(Cursors.Place::topic).toArray(String[]::new),
                places.stream().map(Cursors.Place::key).toArray(String[]::new));
        for (var record : records) {
            applyOne(record, now);
            if (somethingWaits) {
                releaseWhatWaitedFor(place(record), now);
            }
        }
        var moved = new HashMap<Cursors.Place, Long>();
        now.forEach((place, last) -> {
            if (!last.equals(known.get(place))) {
                moved.put(place, last);
            }
        });
        cursors.move(name(), known, moved);
    }

    private void applyOne(Incoming<E> record, Map<Cursors.Place, Long> now) {
        var envelope = Objects.requireNonNull(record.envelope());
        var place = place(record);
        long sequence = envelope.sequence();
        @Nullable Long last = now.get(place);
        if (last != null && sequence <= last) {
            return;
        }
        boolean next = last == null || sequence == last + 1 || family.isState(record.topic());
        if (next && record.event() != null) {
            tell(record.event(), envelope);
            now.put(place, sequence);
            return;
        }
        now.putIfAbsent(place, sequence - 1);
        parked.park(
                name(), record, next ? reason(record) : "gap: expected %d".formatted(Objects.requireNonNull(last) + 1));
    }

    /** A number that was missing has come: what waited for it follows. */
    private void releaseWhatWaitedFor(Cursors.Place place, Map<Cursors.Place, Long> now) {
        for (var next = waiting(place, now); next.isPresent(); next = waiting(place, now)) {
            parked.remove(name(), next.get());
            applyOne(Incoming.read(next.get(), family), now);
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> waiting(Cursors.Place place, Map<Cursors.Place, Long> now) {
        return parked.waitingAs(name(), place.topic(), place.key(), now.getOrDefault(place, 0L) + 1);
    }

    /** Replays the parked records of a key in order, by order of ops: a gap before the first is accepted. */
    int replay(String topic, String key) {
        int replayed = 0;
        while (replayNext(topic, key)) {
            replayed++;
        }
        return replayed;
    }

    private boolean replayNext(String topic, String key) {
        var waiting = QuarkusTransaction.requiringNew().call(() -> parked.next(name(), topic, key));
        if (waiting.isEmpty()) {
            return false;
        }
        var record = Incoming.read(waiting.get(), family);
        if (record.event() == null || record.envelope() == null) {
            throw new org.stepwell.platform.problem.Refusal(
                    EventRule.STILL_UNREADABLE, "Its reason: %s.".formatted(reason(record)));
        }
        var envelope = record.envelope();
        ClinicContext.in(new ClinicContext.Work(envelope.clinic(), "service:" + name(), null), () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                var place = place(record);
                var known = cursors.locked(name(), List.of(place));
                if (envelope.sequence() > known.getOrDefault(place, 0L)) {
                    tell(Objects.requireNonNull(record.event()), envelope);
                    cursors.move(name(), known, Map.of(place, envelope.sequence()));
                }
                parked.remove(name(), record.message());
            });
            return key;
        });
        return true;
    }

    private void tell(E event, Envelope envelope) {
        ClinicContext.because(
                envelope.id(),
                envelope.actor(),
                () -> Trace.continued(
                        envelope.traceparent(), "apply " + envelope.type(), () -> listener.on(event, envelope)));
    }

    /** Also sets the cursor of a key whose first record could not be applied, so that the next one waits for it. */
    private void park(Incoming<E> record, String reason) {
        parked.park(name(), record, reason);
        if (record.sequence() != null) {
            var place = place(record);
            var known = cursors.locked(name(), List.of(place));
            if (!known.containsKey(place)) {
                cursors.move(name(), known, Map.of(place, record.sequence() - 1));
            }
        }
    }

    private static Cursors.Place place(Incoming<?> record) {
        return new Cursors.Place(record.topic(), record.key());
    }

    private static String reason(Incoming<?> record) {
        return "unreadable: " + (record.unreadable() == null ? "no header" : record.unreadable());
    }

    private static void rethrowIfItPasses(RuntimeException failure) {
        boolean cursorRace = DatabaseTrouble.constraintOf(failure)
                .filter("cursor_pkey"::equals)
                .isPresent();
        if (cursorRace || DatabaseTrouble.passes(failure)) {
            throw failure;
        }
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PassingTrouble) {
                throw failure;
            }
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
