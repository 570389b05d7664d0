package org.stepwell.platform.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Looks at each reading in turn, and says how old what it saw is: a number that nobody reads any more would stay what it was, and
 * look well.
 */
@Singleton
class Readings {

    private static final Logger LOG = Logger.getLogger(Readings.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final List<Looked> readings;
    private final Watch watch = new Watch("readings", this::look);

    Readings(@All List<Reading> readings, MeterRegistry metrics) {
        this.readings = readings.stream().map(Looked::new).toList();
        for (var one : this.readings) {
            Gauge.builder("stepwell.reading.age.seconds", one, Looked::ageSeconds)
                    .description("how long ago this was last read from the database")
                    .tag("reading", one.reading.name())
                    .register(metrics);
        }
    }

    void start(@Observes StartupEvent startup) {
        watch.every(TICK);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        watch.close();
    }

    /** Reads what has rested for long enough; what fails is read again at the next turn, and keeps nobody else. */
    void look() {
        readings.forEach(Looked::look);
    }

    private static final class Looked {

        private final Reading reading;
        private final AtomicLong readNanos = new AtomicLong(System.nanoTime());
        private boolean once;

        Looked(Reading reading) {
            this.reading = reading;
        }

        void look() {
            if (once && System.nanoTime() - readNanos.get() < reading.pause().toNanos()) {
                return;
            }
            try {
                reading.read();
                once = true;
                readNanos.set(System.nanoTime());
            } catch (RuntimeException e) {
                LOG.warnf("%s is read again later: %s", reading.name(), e.toString());
            }
        }

        double ageSeconds() {
            return (System.nanoTime() - readNanos.get()) / 1e9;
        }
    }
}
