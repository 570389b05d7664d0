package org.stepwell.enrollment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.coverage.AttendedDay.Attendance;
import org.stepwell.enrollment.letter.Said.Week;

class WeeksTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 4, 1);

    @Test
    void eachWeekIsThereAlsoWhereNobodyCameAndEndsWithTheTimeThatIsAskedAbout() {
        var days = List.of(day("2026-04-01", 180), day("2026-04-03", 90, 60), day("2026-04-14", 180));

        var weeks = Facts.weeks(days, WEDNESDAY, LocalDate.of(2026, 4, 14), DayOfWeek.MONDAY);

        assertThat(weeks)
                .containsExactly(
                        new Week(WEDNESDAY, LocalDate.of(2026, 4, 5), 2, 330),
                        new Week(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 4, 12), 0, 0),
                        new Week(LocalDate.of(2026, 4, 13), LocalDate.of(2026, 4, 14), 1, 180));
    }

    @Test
    void oneDayIsAWeek() {
        assertThat(Facts.weeks(List.of(), WEDNESDAY, WEDNESDAY, DayOfWeek.SUNDAY))
                .containsExactly(new Week(WEDNESDAY, WEDNESDAY, 0, 0));
    }

    private static AttendedDay day(String day, int... minutes) {
        var attended = java.util.Arrays.stream(minutes)
                .mapToObj(one -> new Attendance(new SessionId(UUID.randomUUID()), Modality.GROUP_THERAPY, true, one))
                .toList();
        return new AttendedDay(LocalDate.parse(day), new EpisodeId(UUID.randomUUID()), attended);
    }
}
