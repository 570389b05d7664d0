package org.stepwell.therapy.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationTest {

    @ParameterizedTest(name = "certified {0}, again by {1}")
    @CsvSource(textBlock = """
            2026-01-05, 2026-03-06
            2026-12-01, 2027-01-30
            2028-01-01, 2028-03-01
            """)
    void oneStandsForSixtyDays(LocalDate from, LocalDate through) {
        assertThat(Certification.through(from, 60)).isEqualTo(through);
    }

    @Test
    void aStayOfNinetyDaysNeedsAnotherOne() {
        var admitted = LocalDate.of(2026, 1, 5);

        assertThat(Certification.through(admitted, 60)).isBefore(admitted.plusDays(90));
    }
}
