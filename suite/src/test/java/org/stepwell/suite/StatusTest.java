package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stepwell status} says no more than it knows. */
class StatusTest {

    private final Ports ports = Ports.free();

    @TempDir
    Path folder;

    @Test
    void whoAnswersWhileItsPollLoopIsDeadIsNotUp() throws Exception {
        var well = answering(Service.ENROLLMENT, Map.of("/q/health", 200, "/q/health/ready", 200));
        var unwell = answering(Service.THERAPY, Map.of("/q/health", 503, "/q/health/ready", 200));

        var parts = Status.parts(settings());
        well.stop(0);
        unwell.stop(0);

        assertThat(parts)
                .hasEntrySatisfying(
                        "enrollment", part -> assertThat(part.state()).isEqualTo("ready"))
                .hasEntrySatisfying("therapy", part -> assertThat(part.state()).isEqualTo("UNWELL"))
                .hasEntrySatisfying("therapy", part -> assertThat(part.up()).isFalse())
                .hasEntrySatisfying(
                        "aftercare", part -> assertThat(part.state()).isEqualTo("DOWN"));
    }

    @Test
    void ofAStoreItOnlyKnowsThatSomebodyListens() throws Exception {
        try (var _ = new ServerSocket(ports.of(Door.POSTGRES), 1, InetAddress.getLoopbackAddress())) {
            var parts = Status.parts(settings());

            assertThat(parts)
                    .hasEntrySatisfying(
                            "postgres", part -> assertThat(part.state()).isEqualTo("listening"))
                    .hasEntrySatisfying(
                            "kafka", part -> assertThat(part.state()).isEqualTo("DOWN"));
        }
    }

    private Settings settings() {
        return new Settings(folder, folder, folder.resolve("cache"), ports, Settings.Purpose.LIVE, null);
    }

    private HttpServer answering(Service service, Map<String, Integer> codes) throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(service.management()));
        var server = HttpServer.create(address, 0);
        codes.forEach((path, code) -> server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(code, -1);
            exchange.close();
        }));
        server.start();
        return server;
    }
}
