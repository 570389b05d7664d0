package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.journey.EventNumbers.Stream;

/** The reader of the journey notices each kind of loss. */
class EventNumbersTest {

    private static final Stream FACT = new Stream("stepwell.enrollment", "maya");
    private static final Stream STATE = new Stream("stepwell.enrollment.state", "patient/maya");

    private final EventNumbers numbers = new EventNumbers();

    @Test
    void whatIsWholeIsNotLost() {
        hear(FACT, 1, 2, 2, 3);
        hear(STATE, 1, 2);

        assertThat(numbers.gaps()).isEmpty();
        assertThat(numbers.unheard(Map.of(FACT, 3L, STATE, 2L))).isEmpty();
        assertThat(numbers.unapplied("therapy", List.of(FACT.topic()), Map.of(FACT, 3L)))
                .isEmpty();
        assertThat(numbers.published()).isEqualTo(5);
        assertThat(numbers.repeated()).isEqualTo(1);
    }

    @Test
    void aNumberMissingInTheMiddleIsLost() {
        hear(FACT, 1, 3);

        assertThat(numbers.gaps()).hasSize(1);
    }

    @Test
    void aNumberMissingAtTheBeginningIsLostUnlessTheTopicForgets() {
        hear(FACT, 2, 3);
        assertThat(numbers.gaps()).hasSize(1);

        numbers.forgets(FACT.topic());
        assertThat(numbers.gaps()).isEmpty();
    }

    @Test
    void aGapOfAStateIsLostUnlessTheTopicIsCompacted() {
        hear(STATE, 1, 4);
        assertThat(numbers.gaps()).hasSize(1);

        numbers.forgets(STATE.topic());
        assertThat(numbers.gaps()).isEmpty();
    }

    @Test
    void theLastOneThatNeverReachedTheBrokerIsLost() {
        hear(FACT, 1, 2);

        assertThat(numbers.unheard(Map.of(FACT, 3L))).hasSize(1);
    }

    @Test
    void aKeyOfWhichNothingReachedTheBrokerIsLost() {
        assertThat(numbers.unheard(Map.of(FACT, 1L))).hasSize(1);
        numbers.forgets(STATE.topic());
        assertThat(numbers.unheard(Map.of(STATE, 1L))).hasSize(1);
    }

    @Test
    void whatAListenerDidNotApplyIsLost() {
        hear(FACT, 1, 2, 3);

        assertThat(numbers.unapplied("therapy", List.of(FACT.topic()), Map.of(FACT, 2L)))
                .hasSize(1);
        assertThat(numbers.unapplied("therapy", List.of(FACT.topic()), Map.of()))
                .hasSize(1);
        assertThat(numbers.unapplied("therapy", List.of(STATE.topic()), Map.of()))
                .isEmpty();
        assertThat(numbers.applied(List.of(FACT.topic()), Map.of(FACT, 2L))).isEqualTo(2);
    }

    private void hear(Stream stream, long... heard) {
        for (long number : heard) {
            numbers.heard(stream, number);
        }
    }
}
