package org.stepwell.platform.audit;

import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.http.AnswerStatus;

/**
 * Stands right behind the begin of an operation's transaction: what was done and the row that says so are committed
 * together, or neither is.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
class AuditInterceptor {

    private final AuditTrail trail;
    private final AuditTable table;
    private final TransactionSynchronizationRegistry transaction;

    AuditInterceptor(AuditTrail trail, AuditTable table, TransactionSynchronizationRegistry transaction) {
        this.trail = trail;
        this.table = table;
        this.transaction = transaction;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext invocation) throws Exception {
        if (!Arc.container().requestContext().isActive() || !trail.enters(invocation.getMethod())) {
            return invocation.proceed();
        }
        trail.touches(invocation.getParameters());
        var result = invocation.proceed();
        trail.touches(result);
        if (result instanceof RestResponse<?> answer && answer.getLocation() != null) {
            trail.made(answer.getLocation());
        }
        int status = AnswerStatus.of(
                invocation.getMethod(), result, trail.beginning().known());
        table.add(trail.row(status, null));
        transaction.registerInterposedSynchronization(new AtCommit());
        return result;
    }

    private final class AtCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // the row is in the transaction already
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                trail.written();
            }
        }
    }
}
