package org.stepwell.platform.http;

import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Caller;

/**
 * Stands inside every transaction, right behind its begin: answers repeated requests, and rolls back an operation whose
 * policy asks for a relation to a record that it never showed.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
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
        @Nullable String key = request.begin();
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
        idempotency.store(work, key, status(invocation, result), result);
        return result;
    }

    private static int status(InvocationContext invocation, @Nullable Object result) {
        if (result instanceof RestResponse<?> response) {
            return response.getStatus();
        }
        var declared = invocation.getMethod().getAnnotation(ResponseStatus.class);
        if (declared != null) {
            return declared.value();
        }
        return result == null ? Response.Status.NO_CONTENT.getStatusCode() : Response.Status.OK.getStatusCode();
    }
}
