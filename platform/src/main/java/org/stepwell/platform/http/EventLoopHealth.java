package org.stepwell.platform.http;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.stepwell.platform.time.Watch;

/**
 * Each event loop is asked for a sign each second: one that hangs keeps the connections that it has waiting for ever, while the others
 * answer, the probe's among them.
 */
@Liveness
@Singleton
class EventLoopHealth implements HealthCheck {

    private static final Duration ASK = Duration.ofSeconds(1);

    /** Longer than a pause of the garbage collector on a small machine. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(30);

    private final Iterable<EventExecutor> loops;
    private final Duration silentMax;
    private final Map<EventExecutor, Long> signs = new ConcurrentHashMap<>();
    private final Watch watch = new Watch("event-loops", this::ask);

    @Inject
    EventLoopHealth(Vertx vertx) {
        this(vertx, SILENT_MAX);
    }

    EventLoopHealth(Vertx vertx, Duration silentMax) {
        this.loops = ((VertxInternal) vertx).getEventLoopGroup(); // the public way to it is deprecated without another
        this.silentMax = silentMax;
        loops.forEach(loop -> signs.put(loop, System.nanoTime()));
    }

    void start(@Observes StartupEvent startup) {
        watch.every(ASK);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        watch.close();
    }

    void ask() {
        loops.forEach(loop -> loop.execute(() -> signs.put(loop, System.nanoTime())));
    }

    @Override
    public HealthCheckResponse call() {
        var now = System.nanoTime();
        boolean all = signs.values().stream().allMatch(sign -> now - sign < silentMax.toNanos());
        return HealthCheckResponse.named("event loops").status(all).build();
    }
}
