package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;

class TimeThereTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PRESENT,    180, 18:00, 21:00
            TELEHEALTH, 170, 18:00, 21:00
            LATE,       120, 19:00, 21:00
            LATE,       200, 18:00, 21:00
            LEFT_EARLY, 120, 18:00, 20:00
            LEFT_EARLY, 200, 18:00, 21:00
            LEFT_EARLY, 0,   18:00, 18:00
            """)
    void whoCameLateWasThereAtTheEndAndWhoLeftEarlyAtTheBeginning(
            AttendanceStatus attendance, int minutes, String from, String until) {
        var session = new NoteHeader(Modality.GROUP_THERAPY, LocalDate.of(2026, 3, 2), at("18:00"), at("21:00"));

        assertThat(TimeThere.of(session, attendance, minutes)).isEqualTo(new TimeThere(at(from), at(until)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
