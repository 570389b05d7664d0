package org.stepwell.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One event loop that hangs is seen while the others answer. */
class EventLoopHealthTest {

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch freed = new CountDownLatch(1);
    private final EventLoopHealth health = new EventLoopHealth(vertx, Duration.ofMillis(500));

    @AfterEach
    void close() throws InterruptedException {
        freed.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aLoopThatHangsTurnsLivenessDownAndOneThatGoesOnTurnsItUp() {
        await().untilAsserted(() -> assertThat(asked()).isEqualTo(UP));

        ((VertxInternal) vertx).getEventLoopGroup().next().execute(this::hang);

        await().untilAsserted(() -> assertThat(asked()).isEqualTo(DOWN));
        freed.countDown();
        await().untilAsserted(() -> assertThat(asked()).isEqualTo(UP));
    }

    private Status asked() {
        health.ask();
        return health.call().getStatus();
    }

    private void hang() {
        try {
            freed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
