package org.stepwell.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What we promise of answers, as buckets of {@code http_server_requests}: reads within 300 ms, all else within 600 ms. */
final class HttpBuckets {

    private static final double READS_NANOS = 300e6;
    private static final double ALL_ELSE_NANOS = 600e6;

    private HttpBuckets() {}

    @Produces
    @Singleton
    static MeterFilter promised() {
        var promised = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(READS_NANOS, ALL_ELSE_NANOS)
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests") ? promised.merge(config) : config;
            }
        };
    }
}
