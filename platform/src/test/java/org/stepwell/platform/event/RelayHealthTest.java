package org.stepwell.platform.event;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay is dead when it waits for ever, and alive while what it waits for has an end. */
class RelayHealthTest {

    /** In the place of minutes; longer than the relay rests when something is in trouble. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(3);

    private static final Duration LONGER = SILENT_MAX.plusSeconds(2);
    private static final int NOBODY = 1;
    private static final int WAITS_FOR_EVER = 0;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Map<String, Object> broker = Map.of("bootstrap.servers", "127.0.0.1:1");
    private final Relay relay = new Relay(
            database, new OutboxBatch(broker, "test"), new Recollection(broker, "test"), new SimpleMeterRegistry());

    /** A server that is there and never answers. */
    private ServerSocket silent;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        silent.close();
        relay.stop(new ShutdownEvent());
    }

    @Test
    void whoWaitsForEverForADatabaseIsDead() {
        start(silent.getLocalPort(), WAITS_FOR_EVER);

        await().atMost(LONGER.multipliedBy(3)).until(() -> !relay.works(SILENT_MAX));
    }

    @Test
    void whoGivesADatabaseUpThatDoesNotAnswerLives() {
        start(silent.getLocalPort(), 1);

        await().during(LONGER).until(() -> relay.works(SILENT_MAX));
    }

    @Test
    void whoFindsNoDatabaseLives() {
        start(NOBODY, WAITS_FOR_EVER);

        await().during(LONGER).until(() -> relay.works(SILENT_MAX));
    }

    private void start(int port, int givesUpSeconds) {
        database.setURL("jdbc:postgresql://127.0.0.1:%d/stepwell".formatted(port));
        database.setSocketTimeout(givesUpSeconds);
        relay.start(new StartupEvent());
    }
}
