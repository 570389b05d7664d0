package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a story ends for whoever started it. */
class StoryTest {

    @Test
    void oneClaimThatDidNotComeTrueEndsItWithOne() {
        var claims = new Claims(new Telling(System.out));

        claims.expect("twelve are seated", 12, 12);
        assertThat(new Story.Outcome(Map.of(), claims.failed()).exitCode()).isZero();

        claims.expect("nobody is overbooked", 0, 1);
        assertThat(new Story.Outcome(Map.of(), claims.failed()).exitCode()).isEqualTo(1);
    }
}
