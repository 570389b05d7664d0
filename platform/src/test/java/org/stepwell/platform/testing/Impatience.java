package org.stepwell.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What a test waits for is mostly there after a few milliseconds: an event on its way. So it is looked at often. */
public final class Impatience implements QuarkusTestBeforeClassCallback {

    private static final Duration OFTEN = Duration.ofMillis(10);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultPollDelay(OFTEN);
        Awaitility.setDefaultPollInterval(OFTEN);
    }
}
