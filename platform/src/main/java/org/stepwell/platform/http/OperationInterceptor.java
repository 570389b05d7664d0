package org.stepwell.platform.http;

import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Caller;

/**
 * Stands inside every transaction, behind its begin and its audit: answers the repeated requests of those who are known, and rolls
 * back an operation whose policy asks for a relation to a record that it never showed.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 202)
class OperationInterceptor {

    private final Caller caller;
    private final Idempotency idempotency;
    private final IdempotentRequest request;

    OperationInterceptor(Caller caller, Idempotency idempotency, IdempotentRequest request) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.request = request;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext invocation) throws Exception {
        if (!Arc.container().requestContext().isActive() || caller.work().isEmpty()) {
            return invocation.proceed();
        }
        // Strangers have no keys of their own: one would be answered what another was, or refused because of them.
        @Nullable String key = caller.subject().isPresent() ? request.begin() : null;
        var result = key == null ? invocation.proceed() : once(invocation, key);
        if (!caller.settled()
                && invocation
                        .getMethod()
                        .isAnnotationPresent(org.eclipse.microprofile.openapi.annotations.Operation.class)) {
            throw new IllegalStateException("%s never asked its policy".formatted(invocation.getMethod()));
        }
        return result;
    }

    private @Nullable Object once(InvocationContext invocation, String key) throws Exception {
        var work = caller.work().orElseThrow();
        var before = idempotency.answered(work, key);
        if (before.isPresent()) {
            throw new AnsweredBefore(before.get());
        }
        var result = invocation.proceed();
        if (request.isDecidedAnew()) {
            idempotency.storeEntries(work, key);
            return result;
        }
        idempotency.store(work, key, AnswerStatus.of(invocation.getMethod(), result), result);
        return result;
    }
}
