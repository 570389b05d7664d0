package org.stepwell.platform.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries one trace over the request, the outbox, the consumer and what falls due because of it (W3C Trace Context). */
public final class Trace {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return "traceparent".equals(key) ? carrier : null;
        }
    };

    private Trace() {}

    /** The trace of the work at hand, as a {@code traceparent} header, or null outside of one. */
    public static @Nullable String parent() {
        if (!Span.current().getSpanContext().isValid()) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.get("traceparent");
    }

    /** Does something as part of the trace of {@code traceparent}. */
    public static void continued(@Nullable String traceparent, String name, Runnable work) {
        var parent = traceparent == null ? Context.current() : W3C.extract(Context.root(), traceparent, GETTER);
        var span = GlobalOpenTelemetry.getTracer("stepwell")
                .spanBuilder(name)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (var _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
