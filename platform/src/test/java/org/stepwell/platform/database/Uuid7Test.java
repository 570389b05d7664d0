package org.stepwell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void idsSortInTheOrderTheyWereDrawn() {
        var drawn = new ArrayList<String>();
        for (int i = 0; i < 50_000; i++) {
            drawn.add(Uuid7.next().toString());
        }

        assertThat(drawn).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsAUuidOfVersionSeven() {
        UUID id = Uuid7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
