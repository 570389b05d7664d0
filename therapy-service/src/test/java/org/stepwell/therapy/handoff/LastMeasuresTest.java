package org.stepwell.therapy.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastMeasuresTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 17);

    @ParameterizedTest(name = "{0}: missing {1}")
    @CsvSource(textBlock = """
                    '',                                     'PHQ-9 GAD-7 BAM'
                    'READINESS=2026-03-20',                 'PHQ-9 GAD-7 BAM'
                    'PHQ-9=2026-03-16',                     'PHQ-9'
                    'PHQ-9=2026-03-17',                     ''
                    'PHQ-9=2026-01-05 GAD-7=2026-03-30',    'PHQ-9'
                    'BAM=2026-01-05',                       'BAM'
                    'BAM-R=2026-01-05',                     'BAM-R'
                    'BAM=2026-01-05 BAM-R=2026-03-20',      ''
                    'PCL-5=2026-01-05 PHQ-9=2026-01-05',    'PHQ-9 PCL-5'
                    'C-SSRS=2026-01-05 BARC-10=2026-01-05', 'BARC-10'
                    """)
    void whatATreatmentBeganWithIsTakenAtItsEnd(String taken, String missing) {
        assertThat(String.join(" ", LastMeasures.missing(days(taken), FROM))).isEqualTo(missing);
    }

    private static Map<String, LocalDate> days(String taken) {
        return Arrays.stream(taken.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> List.of(one.split("=")))
                .collect(Collectors.toMap(List::getFirst, one -> LocalDate.parse(one.getLast())));
    }
}
