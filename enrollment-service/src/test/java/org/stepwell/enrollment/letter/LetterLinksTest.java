package org.stepwell.enrollment.letter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.problem.Refusal;

class LetterLinksTest {

    private record Settings(Optional<URI> url, Duration openFor) implements LetterSettings {}

    @Test
    void aLostSettingStopsNoLetterForGood() {
        var links = links(Duration.ofDays(14));

        assertThatThrownBy(links::mustLeadSomewhere).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> links.make(new LetterId(UUID.randomUUID()), Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("STEPWELL_LETTERS_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "P14DT1S"})
    void aLinkOpensForAWhileAndNotForLong(Duration openFor) {
        assertThatThrownBy(() -> links(openFor)).hasMessageContaining("STEPWELL_LETTERS_OPEN_FOR");
    }

    @SuppressWarnings("NullAway") // where no link is made, nothing is kept
    private static LetterLinks links(Duration openFor) {
        return new LetterLinks(null, new Settings(Optional.empty(), openFor), "/api/enrollment/v1");
    }
}
