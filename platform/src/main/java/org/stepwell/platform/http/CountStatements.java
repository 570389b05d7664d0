package org.stepwell.platform.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Statements;

/**
 * Counts the statements of each operation, its commit included: what grows with the rows of an answer is a query per row, and shows
 * in {@code stepwell_sql_statements}, whatever the machine.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
class CountStatements {

    private final MeterRegistry metrics;
    private final Map<Method, DistributionSummary> counted = new ConcurrentHashMap<>();

    CountStatements(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext invocation) throws Exception {
        var method = invocation.getMethod();
        if (!method.isAnnotationPresent(Operation.class)) {
            return invocation.proceed();
        }
        long before = Statements.sent();
        try {
            return invocation.proceed();
        } finally {
            counted.computeIfAbsent(method, this::summary).record((double) (Statements.sent() - before));
        }
    }

    private DistributionSummary summary(Method operation) {
        return DistributionSummary.builder("stepwell.sql.statements")
                .description("statements sent to the database by one call of an operation")
                .tag("operation", operation.getDeclaringClass().getSimpleName() + "_" + operation.getName())
                .register(metrics);
    }
}
