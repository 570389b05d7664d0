package org.stepwell.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** Any moment will do; nanoTime may be negative, and may pass zero. */
    private final AtomicLong nanos = new AtomicLong(-5);

    private final Pace pace = Pace.perSecond("test", 10, 3, nanos::get);

    @Test
    void aBurstIsTakenAtOnceAndThenOneAtATime() {
        assertThat(IntStream.range(0, 4).mapToObj(_ -> pace.take("ada").granted()))
                .containsExactly(true, true, true, false);

        pass(Duration.ofMillis(99));
        assertThat(pace.take("ada").granted()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(pace.take("ada").granted()).isTrue();
        assertThat(pace.take("ada").granted()).isFalse();
    }

    @Test
    void whoeverWaitsLongEnoughHasAllBackAndNoMore() {
        for (int turn = 0; turn < 3; turn++) {
            pace.take("ada");
        }

        pass(Duration.ofHours(1));

        assertThat(IntStream.range(0, 4).mapToObj(_ -> pace.take("ada").left())).containsExactly(2L, 1L, 0L, 0L);
        assertThat(pace.take("ada").granted()).isFalse();
    }

    @Test
    void nobodyPaysForAnother() {
        pace.charge("ada", 1_000);

        assertThat(pace.take("ada").granted()).isFalse();
        assertThat(pace.take("ben").granted()).isTrue();
        pass(Duration.ofMillis(100)); // what is charged is never more than all there is
        assertThat(pace.take("ada").granted()).isTrue();
    }

    @Test
    void aTurnIsSaidAsTheDraftSaysIt() {
        assertThat(pace.take("ada").field()).isEqualTo("\"test\";r=2;t=1");
        assertThat(pace.take("ada").policy()).isEqualTo("\"test\";q=3;w=1");
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> ask = () -> pace.take("ada").granted();
            var granted = 0;
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(400, ask))) {
                granted += answer.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(3);
        }
    }

    @Test
    void aRateOfNothingIsRefusedAtTheStart() {
        assertThatThrownBy(() -> Pace.perSecond("test", 0, 1, nanos::get)).hasMessageContaining("at least 1 a second");
    }

    @Test
    void onlyOurOwnGatewaysAreBelieved() {
        var none = new TrustedProxies(List.of());
        var ours = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

        assertThat(caller(none, "10.0.0.1", "198.51.100.7")).isEqualTo("0a000001");
        assertThat(caller(ours, "10.0.0.1", "198.51.100.7")).isEqualTo("c6336407");
        assertThat(caller(ours, "192.0.2.1", "198.51.100.7")).isEqualTo("c0000201");
        assertThat(caller(ours, "10.0.0.1", "1.2.3.4, 198.51.100.7, 10.9.9.9")).isEqualTo("c6336407");
        assertThat(caller(ours, "10.0.0.1", "198.51.100.7, nonsense")).isEqualTo("0a000001");
        assertThat(caller(ours, "10.0.0.1", "")).isEqualTo("0a000001");
        assertThat(caller(ours, "fd00::1", "2001:db8:1:2:3::4")).isEqualTo("20010db800010002");
        assertThat(caller(ours, null, "198.51.100.7")).isEqualTo("unknown");
        assertThat(ours.address("fd00::1", "2001:db8:1:2:3::4"))
                .hasValueSatisfying(whole -> assertThat(whole.getHostAddress()).isEqualTo("2001:db8:1:2:3:0:0:4"));
    }

    private static String caller(TrustedProxies proxies, @Nullable String peer, String forwardedFor) {
        return proxies.address(peer, forwardedFor)
                .map(TrustedProxies::countedAs)
                .orElse("unknown");
    }

    @Test
    void aNetworkThatIsNoneIsRefusedAtTheStart() {
        for (var wrong : List.of("gateway", "10.0.0.0/33", "10.0.0.0/x", "*", "")) {
            assertThatThrownBy(() -> new TrustedProxies(List.of(wrong))).hasMessageContaining("trusted-proxies");
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
