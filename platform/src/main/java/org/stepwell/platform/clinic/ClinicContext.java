package org.stepwell.platform.clinic;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/**
 * The clinic a piece of work belongs to, who does it and which event caused it. A request has it from its token;
 * listeners and timers name it with {@link #in}.
 */
public final class ClinicContext {

    private static final ScopedValue<Work> WORK = ScopedValue.newInstance();

    private ClinicContext() {}

    /** A piece of work: its clinic, its actor as {@code role:id}, and the event that caused it. */
    public record Work(
            ClinicId clinic, String actor, @Nullable UUID causation) {}

    /** The work at hand, or nothing where no clinic was chosen. */
    public static Optional<Work> current() {
        if (WORK.isBound()) {
            return Optional.of(WORK.get());
        }
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Optional.empty();
        }
        return container.instance(Asker.class).get().work();
    }

    /** The clinic at hand; where there is none, somebody forgot to choose one. */
    public static ClinicId clinic() {
        return current().map(Work::clinic).orElseThrow(() -> new IllegalStateException("no clinic was chosen"));
    }

    /** Does something in the clinic of the transaction at hand, because of an event. */
    public static void because(UUID event, String actor, Runnable work) {
        ScopedValue.where(WORK, new Work(clinic(), actor, event)).run(work);
    }

    /** Does something in a clinic. A transaction belongs to one clinic, so this stands outside of it. */
    public static <T, X extends Throwable> T in(Work work, ScopedValue.CallableOp<T, X> operation) throws X {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("a transaction stays in one clinic");
        }
        return ScopedValue.where(WORK, work).call(operation);
    }
}
