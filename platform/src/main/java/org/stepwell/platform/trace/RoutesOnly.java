package org.stepwell.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Traces leave for others to read, so that they tell routes ({@code http.route}) and not addresses: a path says whose record was opened, and
 * a query may say where somebody lives.
 */
@Singleton
class RoutesOnly implements SpanProcessor {

    private static final List<AttributeKey<String>> ADDRESSES = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"));

    private static final String HIDDEN = "hidden";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var address : ADDRESSES) {
            if (span.getAttribute(address) != null) {
                span.setAttribute(address, HIDDEN);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // what it ends with is of the route
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
