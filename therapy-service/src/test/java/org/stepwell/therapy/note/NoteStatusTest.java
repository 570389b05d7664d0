package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteStatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DUE            | DRAFT, WITHDRAWN
            DRAFT          | DUE, PENDING_COSIGN, SIGNED, WITHDRAWN
            PENDING_COSIGN | DRAFT, SIGNED
            WITHDRAWN      | DUE, DRAFT
            SIGNED         | STRUCK
            STRUCK         | ''
            """)
    void aNoteGoesThisWay(NoteStatus status, String next) {
        assertThat(status.next().stream().map(Enum::name).collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
