package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TracesTest {

    /** What would leave for the receiver of traces. */
    @Singleton
    static class Ended implements SpanProcessor {

        static final Queue<SpanData> SPANS = new ConcurrentLinkedQueue<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // looked at when it ends
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            SPANS.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Test
    void aTraceTellsTheRouteAndNeitherWhoseNorWhere() {
        var whose = UUID.randomUUID().toString();

        Person.at("intake").asks().get("/api/probe/v1/probes/" + whose + "?latitude=40.71");

        await().untilAsserted(() -> assertThat(routes()).anyMatch(name -> name.endsWith("/probes/{id}")));
        assertThat(Ended.SPANS)
                .noneMatch(span -> told(span).contains(whose))
                .noneMatch(span -> told(span).contains("40.71"));
    }

    private static List<String> routes() {
        return Ended.SPANS.stream().map(SpanData::getName).toList();
    }

    private static String told(SpanData span) {
        return span.getName() + " " + span.getAttributes();
    }
}
