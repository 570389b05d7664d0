package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.problem.Refusal;

/**
 * Applies the parked records of a key by order of ops. It stops at a number that is missing: to go on without it loses it, so
 * whoever decides that names the record to go on with.
 */
final class Replay<E extends Event> {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private final Retelling<E> listener;
    private final EventFamily<E> family;
    private final Cursors cursors;
    private final Parked parked;

    Replay(Retelling<E> listener, EventFamily<E> family, Cursors cursors, Parked parked) {
        this.listener = listener;
        this.family = family;
        this.cursors = cursors;
        this.parked = parked;
    }

    String name() {
        return listener.name();
    }

    /** Answers how many records were applied. */
    int of(String topic, String key, @Nullable Long from) {
        int applied = 0;
        for (var record = next(topic, key); record != null; record = next(topic, key)) {
            if (applied(record, from, applied)) {
                applied++;
            }
        }
        return applied;
    }

    private @Nullable Incoming<E> next(String topic, String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> parked.next(listener.name(), topic, key))
                .map(message -> Incoming.read(message, family))
                .orElse(null);
    }

    private boolean applied(Incoming<E> record, @Nullable Long from, int before) {
        var envelope = record.envelope();
        @Nullable E event = record.event();
        if (event == null || envelope == null) {
            throw new Refusal(
                    EventRule.STILL_UNREADABLE,
                    "Its reason: %s. Replayed before it: %d.".formatted(record.reason(), before));
        }
        try {
            return ClinicContext.in(
                    listener.work(envelope.clinic()),
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> appliedInTransaction(record, event, envelope, from)));
        } catch (NumberMissing missing) {
            throw missing.refusal(before);
        } catch (RuntimeException e) {
            throw failed(e, envelope, before);
        }
    }

    private boolean appliedInTransaction(Incoming<E> record, E event, Envelope envelope, @Nullable Long from) {
        var place = record.place();
        var known = cursors.locked(listener.name(), List.of(place));
        long number = envelope.sequence();
        long last = known.getOrDefault(place, 0L);
        boolean applies = number > last;
        if (applies) {
            if (known.containsKey(place) && number > last + 1 && !family.isState(record.topic())) {
                if (from == null || from != number) {
                    throw new NumberMissing(last + 1, number);
                }
                LOG.warnf("by order of ops, %s goes on with %d of a key without %d", listener.name(), number, last + 1);
            }
            listener.tell(event, envelope);
            cursors.move(listener.name(), known, Map.of(place, envelope.sequence()));
        }
        parked.remove(listener.name(), record.message());
        return applies;
    }

    /** What passes is answered with 503; anything else is about the record, whatever rule or constraint it broke. */
    private static RuntimeException failed(RuntimeException failure, Envelope envelope, int before) {
        return switch (Trouble.of(failure)) {
            case OF_THE_DATABASE -> failure;
            case THAT_WAITS -> new NotYet(Trouble.rootOf(failure));
            case OF_ITS_OWN -> {
                LOG.errorf(failure, "replay of number %d failed", envelope.sequence());
                yield new Refusal(
                        EventRule.STILL_FAILS,
                        "Number %d failed (%s). Replayed before it: %d. Look into the log, and replay after a fix."
                                .formatted(envelope.sequence(), Trouble.rootOf(failure), before));
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
