package org.stepwell.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A number that nobody reads any more says so. */
class ReadingsTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatCanNotBeReadGetsOlderWhileTheOthersAreRead() throws InterruptedException {
        var readings =
                new Readings(List.of(one("broken", Duration.ZERO, true), one("well", Duration.ZERO, false)), metrics);
        TimeUnit.MILLISECONDS.sleep(300);

        readings.look();

        assertThat(age("broken")).isGreaterThanOrEqualTo(0.3);
        assertThat(age("well")).isLessThan(0.3);
        assertThat(looks).hasValue(2);
    }

    /** As after an error that ended the thread. */
    @Test
    void whatNobodyLooksAtAnyMoreGetsOlder() throws InterruptedException {
        var readings = new Readings(List.of(one("well", Duration.ZERO, false)), metrics);
        readings.look();
        TimeUnit.MILLISECONDS.sleep(300);

        assertThat(age("well")).isGreaterThanOrEqualTo(0.3);
    }

    @Test
    void whatIsReadRarelyRestsBetweenTwoLooks() {
        var readings = new Readings(List.of(one("rare", Duration.ofMinutes(1), false)), metrics);

        readings.look();
        readings.look();

        assertThat(looks).hasValue(1);
    }

    private double age(String reading) {
        return metrics.get("stepwell.reading.age.seconds")
                .tag("reading", reading)
                .gauge()
                .value();
    }

    private Reading one(String name, Duration pause, boolean broken) {
        return new Reading() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public void read() {
                looks.incrementAndGet();
                if (broken) {
                    throw new IllegalStateException("the database is away");
                }
            }
        };
    }
}
