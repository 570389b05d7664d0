package org.stepwell.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.Event;
import org.stepwell.platform.time.Pulse;
import org.stepwell.platform.time.WallClock;

/** Starts a poll loop for each listener of the service, and stops them with it. */
@Singleton
class Consumers {

    private static final int POLL_RECORDS_MAX = 500;

    /** For all of them together, so that a stop has an end that can be counted on. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final List<Listener<?>> listeners;
    private final Map<String, Object> broker;
    private final Cursors cursors;
    private final Parked parked;
    private final PassedOver passedOver;
    private final HeardTable heard;
    private final String application;
    private final Duration patience;
    private final WallClock wall;
    private final MeterRegistry metrics;
    private final Map<Consumer<?>, Thread> consumers = new LinkedHashMap<>();
    private final List<Replay<?>> replays = new ArrayList<>();

    Consumers(
            @All List<Listener<?>> listeners,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Cursors cursors,
            Parked parked,
            PassedOver passedOver,
            HeardTable heard,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "stepwell.events.patience") Duration patience,
            WallClock wall,
            MeterRegistry metrics) {
        this.listeners = listeners;
        this.broker = broker;
        this.cursors = cursors;
        this.parked = parked;
        this.passedOver = passedOver;
        this.heard = heard;
        this.application = application;
        this.patience = patience;
        this.wall = wall;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent startup) {
        listeners.forEach(this::start);
    }

    private <E extends Event> void start(Listener<E> listener) {
        var family = new EventFamily<>(listener.publisher());
        var told = new Retelling<>(listener, family.publisher());
        var pulse = new Pulse();
        var applier = new Applier<>(told, family, cursors, parked, new Patience(patience), pulse);
        var bookmarks = new Bookmarks(family.publisher(), heard);
        var progress = new Progress(family.publisher(), pulse, wall, metrics);
        var consumer = new Consumer<>(() -> kafka(family.publisher()), family, applier, bookmarks, progress, pulse);
        replays.add(new Replay<>(told, family, cursors, parked, passedOver));
        consumers.put(
                consumer, Thread.ofPlatform().name("from-" + family.publisher()).start(consumer));
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        consumers.keySet().forEach(Consumer::stop);
        long until = System.nanoTime() + STOP_MAX.toNanos();
        for (var thread : consumers.values()) {
            thread.join(Duration.ofNanos(until - System.nanoTime()));
        }
    }

    /** True while each of them gets somewhere within this time. */
    boolean work(Duration silentMax) {
        return consumers.entrySet().stream().allMatch(each -> each.getKey().works(each.getValue(), silentMax));
    }

    Optional<Replay<?>> replay(String listener) {
        return replays.stream().filter(replay -> replay.name().equals(listener)).findFirst();
    }

    private KafkaConsumer<String, byte[]> kafka(String publisher) {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, application + "." + publisher);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS_MAX);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
