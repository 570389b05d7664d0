package org.stepwell.platform.production;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which release runs, in which build: after a change that rolled out half, two of them show side by side. */
@Singleton
class Release {

    void show(
            @Observes StartupEvent startup,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "stepwell.build") String build,
            MeterRegistry metrics) {
        Gauge.builder("stepwell.release", () -> 1)
                .description("1, with the release that runs")
                .tag("version", version)
                .tag("build", build)
                .register(metrics);
    }
}
