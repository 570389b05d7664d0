package org.stepwell.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is due and is not done is seen by whoever looks at the numbers. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LateDueTest {

    @Inject
    Due due;

    @Inject
    Clock clock;

    @Inject
    LateDue late;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatNoDoorOpensForGetsLaterAndLater() {
        var subject = new SessionId(UUID.randomUUID());
        await().untilAsserted(() -> assertThat(shown()).isZero());

        inRiverside(() -> due.at("no-such-door", subject, clock.instant().minus(Duration.ofHours(2))));

        assertThat(shown()).isBetween(7200.0, 7260.0);
        inRiverside(() -> due.cancel("no-such-door", subject));
        await().untilAsserted(() -> assertThat(shown()).isZero());
    }

    @Test
    void whatIsDueLaterIsNotLate() {
        var subject = new SessionId(UUID.randomUUID());

        inRiverside(() -> due.at("no-such-door", subject, clock.instant().plus(Duration.ofHours(2))));

        await().untilAsserted(() -> assertThat(shown()).isZero());
        inRiverside(() -> due.cancel("no-such-door", subject));
    }

    private double shown() {
        late.read();
        return metrics.get("stepwell.due.late.seconds").gauge().value();
    }

    private static void inRiverside(Runnable work) {
        ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return work;
        });
    }
}
