package org.stepwell.aftercare.meeting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A port at which a test may publish feeds that the service believes to be a mirror of its own. */
public final class FeedServerPort implements QuarkusTestResourceLifecycleManager {

    private static final String TRUSTED = "stepwell.meeting-feeds.trusted-origins";

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(TRUSTED, "http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeedServer open() throws IOException {
        var origin = ConfigProvider.getConfig().getValue(TRUSTED, String.class);
        return new FeedServer(Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1)));
    }

    @Override
    public void stop() {
        // the port is free already
    }
}
