package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service has read is shown by the suite's AsDeployedTest, with certificates of that day. */
class BrokerCertificatesTest {

    private static final String NAME = "stepwell.certificate.ends.seconds";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void withoutCertificatesNothingEnds() {
        show(Map.of("security.protocol", "PLAINTEXT"));

        assertThat(metrics.find(NAME).gauges())
                .hasSize(2)
                .extracting(Gauge::value)
                .containsOnly(Double.NaN);
    }

    @Test
    void whatCanNotBeReadKeepsNobodyFromStarting() throws Exception {
        var torn = Files.writeString(folder.resolve("user.p12"), "half a store");

        show(Map.of(
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                torn.toString(),
                "ssl.keystore.password",
                "secret"));

        assertThat(metrics.find(NAME).gauges()).isEmpty();
    }

    private void show(Map<String, Object> broker) {
        new BrokerCertificates().show(new StartupEvent(), broker, metrics);
    }
}
