package org.stepwell.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is felt of a loop. */
class PulseTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Formatter TEXT = new PatternFormatter("%s");
    private static final Logger LOGGER = Logger.getLogger(Pulse.class.getName());

    private final Pulse pulse = new Pulse();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Thread loop = Thread.ofPlatform().name("some-loop").daemon().start(this::waitsForWhatNeverComes);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord record) {
            said.add(TEXT.format(record));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(listening);
    }

    @AfterEach
    void end() {
        LOGGER.removeHandler(listening);
        never.countDown();
    }

    @Test
    void aLoopThatBeatsIsFelt() {
        pulse.beat();

        assertThat(pulse.isFelt(loop, Duration.ofMinutes(5))).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void oneThatHangsIsNotAndTheLogSaysOnceWhereItStands() {
        await().until(() -> !pulse.isFelt(loop, SHORT));
        assertThat(pulse.isFelt(loop, SHORT)).isFalse();

        assertThat(said).singleElement().asString().contains("some-loop has got nowhere for", "waitsForWhatNeverComes");
        pulse.beat();
        assertThat(pulse.isFelt(loop, Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void oneThatEndedIsNotHoweverLatelyItBeat() throws InterruptedException {
        never.countDown();
        loop.join();
        pulse.beat();

        assertThat(pulse.isFelt(loop, Duration.ofMinutes(5))).isFalse();
        assertThat(said).singleElement().asString().endsWith("stands at its end");
    }

    private void waitsForWhatNeverComes() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
