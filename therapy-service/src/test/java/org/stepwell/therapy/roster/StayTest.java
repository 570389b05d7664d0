package org.stepwell.therapy.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

class StayTest {

    @ParameterizedTest(name = "from {0} to {1}, today {2}: {3}")
    @CsvSource(textBlock = """
            # first day,   last day,   today,      day said,   held,  over
            2026-01-05,     ,           2026-02-01, 2026-01-04, false, false
            2026-01-05,     ,           2026-02-01, 2026-01-05, true,  false
            2026-01-05,     ,           2026-02-01, 2026-02-01, true,  false
            2026-01-05,     ,           2026-02-01, 2026-02-02, false, false
            2026-01-05,     2026-01-20, 2026-02-01, 2026-01-20, true,  true
            2026-01-05,     2026-01-20, 2026-02-01, 2026-01-21, false, true
            2026-01-05,     2026-02-01, 2026-02-01, 2026-02-01, true,  false
            2026-01-05,     2026-03-01, 2026-02-01, 2026-02-02, false, false
            2026-02-05,     ,           2026-02-01, 2026-02-05, false, false
            2026-02-05,     2026-01-20, 2026-02-01, 2026-01-20, false, true
            """)
    void aDayIsHeldOnceItCameAndWhileThePatientIsIn(
            LocalDate from, @Nullable LocalDate lastDay, LocalDate today, LocalDate said, boolean held, boolean over) {
        var stay = stay(from, lastDay, lastDay == null ? null : lastDay.plusDays(1), today);

        assertThat(stay.holds(said)).isEqualTo(held);
        assertThat(stay.isOver()).isEqualTo(over);
    }

    @Test
    void ofWhoeverDiedItIsOverOnThatDayWhichIsADayOfIt() {
        var day = LocalDate.of(2026, 1, 20);
        var stay = stay(LocalDate.of(2026, 1, 5), day, day, day);

        assertThat(stay.isOver()).isTrue();
        assertThat(stay.holds(day)).isTrue();
    }

    private static Stay stay(
            LocalDate from, @Nullable LocalDate lastDay, @Nullable LocalDate overFrom, LocalDate today) {
        return new Stay(
                new EpisodeId(UUID.randomUUID()), new PatientId(UUID.randomUUID()), from, lastDay, overFrom, today);
    }
}
