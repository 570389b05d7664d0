package org.stepwell.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    @Test
    void twoImagesOfOneVersionAreTwoReleases() {
        var metrics = new SimpleMeterRegistry();

        new Release().show(new StartupEvent(), "0.1.0", "3c397e224a1f-202612010030", metrics);
        new Release().show(new StartupEvent(), "0.1.0", "3c397e224a1f-202612020915", metrics);

        assertThat(metrics.find("stepwell.release").tag("version", "0.1.0").gauges())
                .hasSize(2)
                .allMatch(gauge -> gauge.value() == 1);
    }
}
