package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** A key that is held up is seen by whoever looks at the numbers. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ParkedKeysTest {

    @Inject
    Stream stream;

    @Inject
    ParkedKeys keys;

    @Inject
    MeterRegistry metrics;

    @Test
    void keysWithParkedRecordsAreCountedForEachListener() {
        double before = shown("enrollment");
        double others = shown("consent");

        stream.apply(List.of(stream.record(1), stream.unreadable(2), stream.record(3)));

        assertThat(shown("enrollment")).isEqualTo(before + 1);
        assertThat(shown("consent")).isEqualTo(others);
        stream.replaysWithout(2);
        assertThat(shown("enrollment")).isEqualTo(before);
    }

    @Test
    void onlyTheListenersOfTheServiceAreNamed() {
        assertThat(metrics.get("stepwell.parked.keys").gauges())
                .extracting(gauge -> gauge.getId().getTags().toString())
                .containsExactlyInAnyOrder(
                        "[tag(listener=account)]",
                        "[tag(listener=consent)]",
                        "[tag(listener=enrollment)]",
                        "[tag(listener=finding)]");
    }

    private double shown(String listener) {
        keys.read();
        return metrics.get("stepwell.parked.keys")
                .tag("listener", listener)
                .gauge()
                .value();
    }
}
