package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Cursors.Place;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.problem.Refusal;

/**
 * Applies the parked records of a key by order of ops. It stops at a number that is missing, and at a record that can not be
 * applied: to go on without it leaves it out for good, so whoever decides that names the number.
 */
final class Replay<E extends Event> {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private final Retelling<E> listener;
    private final EventFamily<E> family;
    private final Cursors cursors;
    private final Parked parked;
    private final PassedOver passedOver;

    Replay(Retelling<E> listener, EventFamily<E> family, Cursors cursors, Parked parked, PassedOver passedOver) {
        this.listener = listener;
        this.family = family;
        this.cursors = cursors;
        this.parked = parked;
        this.passedOver = passedOver;
    }

    /** How many records were applied, and how many were left out for good. */
    record Done(int applied, int passed) {}

    String name() {
        return listener.name();
    }

    Done of(ReplayOrder order) {
        int applied = 0;
        int passed = 0;
        for (var record = next(order); record != null; record = next(order)) {
            try {
                if (order.passes(record)) {
                    passed += passed(record, order);
                } else if (applied(record, order, applied)) {
                    applied++;
                }
            } catch (NumberMissing missing) {
                throw missing.refusal(applied);
            }
        }
        return new Done(applied, passed);
    }

    private @Nullable Incoming<E> next(ReplayOrder order) {
        return QuarkusTransaction.requiringNew()
                .call(() -> parked.next(listener.name(), order.topic(), order.key()))
                .map(message -> Incoming.read(message, family))
                .orElse(null);
    }

    private boolean applied(Incoming<E> record, ReplayOrder order, int before) {
        var envelope = record.envelope();
        @Nullable E event = record.event();
        if (event == null || envelope == null) {
            throw stopped(record, EventRule.STILL_UNREADABLE, record.reason(), before);
        }
        try {
            return ClinicContext.in(
                    listener.work(envelope.clinic()),
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> appliedInTransaction(record, event, envelope, order)));
        } catch (NumberMissing missing) {
            throw missing;
        } catch (RuntimeException e) {
            throw failed(e, record, before);
        }
    }

    private boolean appliedInTransaction(Incoming<E> record, E event, Envelope envelope, ReplayOrder order) {
        var known = cursors.locked(listener.name(), List.of(record.place()));
        boolean applies = movesOn(record, envelope.sequence(), known, order);
        if (applies) {
            listener.tell(event, envelope);
        }
        parked.remove(listener.name(), record.message());
        return applies;
    }

    /** Moves the cursor to a number; false where it is there already. */
    private boolean movesOn(Incoming<E> record, long number, Map<Place, Long> known, ReplayOrder order) {
        var place = record.place();
        long last = known.getOrDefault(place, 0L);
        if (number <= last) {
            return false;
        }
        if (known.containsKey(place) && number > last + 1 && !family.isState(record.topic())) {
            if (!order.goesOnWith(number)) {
                throw new NumberMissing(last + 1, number);
            }
            LOG.warnf("by order of ops, %s goes on with %d of a key without %d", listener.name(), number, last + 1);
        }
        cursors.move(listener.name(), known, Map.of(place, number));
        return true;
    }

    /** Keeps a record where nobody looks for it any more, and moves on as if it had been applied. */
    private int passed(Incoming<E> record, ReplayOrder order) {
        long number = ReplayOrder.numberOf(record);
        int passed = QuarkusTransaction.requiringNew().call(() -> {
            var known = cursors.locked(listener.name(), List.of(record.place()));
            boolean newest = record.sequence() == null || !parked.holdsNewer(listener.name(), record.place(), number);
            if (newest && family.isState(record.topic())) {
                throw new Refusal(
                        EventRule.NEWER_STATE_MISSING,
                        "Nothing newer than number %d waits. Whoever said it says it again, and it is settled."
                                .formatted(number));
            }
            if (record.sequence() != null) {
                movesOn(record, number, known, order);
            }
            return passedOver.add(listener.name(), record, order.by());
        });
        LOG.warnf(
                "by order of ops, %s goes on without number %d of a key (partition %d, offset %d)",
                listener.name(),
                number,
                record.message().partition(),
                record.message().offset());
        return passed;
    }

    private static Refusal stopped(Incoming<?> record, EventRule rule, String why, int before) {
        long number = ReplayOrder.numberOf(record);
        return new Refusal(
                rule,
                "Number %d: %s. Replayed before it: %d. Replay after a fix; to leave it out for good, say \"passing\": %d."
                        .formatted(number, why, before, number),
                List.of(new FieldError("/passing", "%d, to go on without it".formatted(number))));
    }

    /** What passes is answered with 503; anything else is about the record, whatever rule or constraint it broke. */
    private RuntimeException failed(RuntimeException failure, Incoming<?> record, int before) {
        return switch (Trouble.of(failure)) {
            case OF_THE_DATABASE -> failure;
            case THAT_WAITS -> new NotYet(Trouble.rootOf(failure));
            case OF_ITS_OWN -> {
                LOG.errorf(failure, "replay of number %d failed", record.sequence());
                var reason = "failed: " + Trouble.rootOf(failure); // what only waited is tried no more by itself
                QuarkusTransaction.requiringNew().run(() -> parked.park(listener.name(), record, reason));
                yield stopped(record, EventRule.STILL_FAILS, Trouble.rootOf(failure) + ", see the log", before);
            }
        };
    }

    private static final class NotYet extends PassingTrouble {
        NotYet(String kind) {
            super("What the record needs is not here yet, or was changed just now (%s).".formatted(kind));
        }
    }

    private static final class NumberMissing extends RuntimeException {
        private final long number;
        private final long next;

        NumberMissing(long number, long next) {
            super("a number is missing", null, false, false);
            this.number = number;
            this.next = next;
        }

        Refusal refusal(int before) {
            return new Refusal(
                    EventRule.NUMBER_MISSING,
                    "Number %d has not come. Replayed before it: %d. Look for it; to go on without it, say \"from\": %d."
                            .formatted(number, before, next),
                    List.of(new FieldError("/from", "%d, to go on without %d".formatted(next, number))));
        }
    }
}
