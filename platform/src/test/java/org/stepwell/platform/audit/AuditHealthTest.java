package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.time.WallClock;

/** A linker that waits for an answer that does not come is seen to be dead, and its number does not say that all is well. */
class AuditHealthTest {

    /** In the place of minutes; longer than the linker rests when its database is away. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(7);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aLinkerThatHangsTurnsLivenessDownAndCountsForHowLong() throws Exception {
        AuditLinker linker;
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            linker = start(silent.getLocalPort());

            await().atMost(Duration.ofSeconds(30)).until(() -> liveness(linker) == DOWN);

            assertThat(lateSeconds()).isGreaterThan(6);
        }
        linker.stop(new ShutdownEvent()); // which waits for one that hangs
    }

    @Test
    void aDatabaseThatIsAwayIsNoReasonToDieThoughItIsLate() throws Exception {
        var linker = start(1);

        await().atMost(Duration.ofSeconds(30)).during(SILENT_MAX.plusSeconds(2)).until(() -> liveness(linker) == UP);

        assertThat(lateSeconds()).isGreaterThan(1);
        linker.stop(new ShutdownEvent());
    }

    private static Status liveness(AuditLinker linker) {
        return new AuditHealth(linker, SILENT_MAX).call().getStatus();
    }

    private double lateSeconds() {
        return metrics.get("stepwell.audit.anchor.late.seconds").gauge().value();
    }

    private AuditLinker start(int port) throws IOException {
        var linker = new AuditLinker(
                "jdbc:postgresql://127.0.0.1:%d/stepwell".formatted(port),
                "auditor",
                "",
                "enrollment",
                new Anchors(Map.of(), "enrollment", Optional.empty(), Optional.empty()),
                new WideReaders(1_000, metrics),
                new WallClock(),
                metrics);
        linker.start(new StartupEvent());
        return linker;
    }
}
