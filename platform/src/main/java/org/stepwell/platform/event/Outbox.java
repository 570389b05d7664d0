package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Routing;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.trace.Trace;

/**
 * Where the transaction at hand leaves what it has to say. The events are numbered and written once, just before the
 * commit, in the order of topic and key, so that transactions never wait for each other in a circle.
 */
@Singleton
public class Outbox {

    private static final String PENDING = Outbox.class.getName();

    private final TransactionSynchronizationRegistry transaction;
    private final OutboxTable table;
    private final Relay relay;

    Outbox(TransactionSynchronizationRegistry transaction, OutboxTable table, Relay relay) {
        this.transaction = transaction;
        this.table = table;
        this.relay = relay;
    }

    /** An event with the topic it goes to, and who and what led to it. */
    record Said(
            String topic,
            String key,
            Event event,
            ClinicContext.Work work,
            @Nullable String traceparent) {}

    /** Says something, if and only if the transaction commits. */
    public void append(Event event) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is appended in the transaction of its change (%s)"
                    .formatted(event.getClass().getSimpleName()));
        }
        var work = ClinicContext.current().orElseThrow(() -> new IllegalStateException("no clinic was chosen"));
        var topic = Routing.topicOf(event.getClass()).value();
        var key = Routing.keyOf(work.clinic(), event);
        pending().add(new Said(topic, key, event, work, Trace.parent()));
    }

    /** Says several things. */
    public void append(Iterable<? extends Event> events) {
        events.forEach(this::append);
    }

    @SuppressWarnings("unchecked")
    private List<Said> pending() {
        var pending = (List<Said>) transaction.getResource(PENDING);
        if (pending == null) {
            var fresh = new ArrayList<Said>();
            transaction.putResource(PENDING, fresh);
            transaction.registerInterposedSynchronization(new AtCommit(fresh));
            return fresh;
        }
        return pending;
    }

    private final class AtCommit implements Synchronization {
        private final List<Said> said;

        AtCommit(List<Said> said) {
            this.said = said;
        }

        @Override
        public void beforeCompletion() {
            said.sort(Comparator.comparing(Said::topic).thenComparing(Said::key));
            table.write(said);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
