package org.stepwell.aftercare.silence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.aftercare.silence.Step.Status;

/** What may become of a message is counted from nothing: a dashboard has it before the first one leaves. */
@Singleton
class CountedMessages {

    private static final List<Status> OUTCOMES =
            List.of(Status.SENT, Status.NO_SAFE_WAY, Status.CAME_BACK, Status.SUPERSEDED);

    void show(@Observes StartupEvent startup, MeterRegistry metrics) {
        OUTCOMES.forEach(outcome -> metrics.counter("stepwell.checkin.messages", "outcome", outcome.name()));
    }
}
