package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;

/** A group meets on Monday and Wednesday evenings, until it meets in the morning. */
class TimetableTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final List<Slot> EVENINGS = List.of(at(18, MONDAY), at(18, WEDNESDAY));
    private static final List<Slot> MORNINGS = List.of(at(9, MONDAY), at(9, WEDNESDAY));
    private static final List<Slot> AFTERNOONS = List.of(at(14, WEDNESDAY));

    private final Timetable timetable = new Timetable(EVENINGS, START);

    @Test
    void hoursEndOnTheDayBeforeOthersBegin() {
        timetable.become(MORNINGS, APRIL);

        assertThat(timetable.newest()).isEqualTo(MORNINGS);
        assertThat(timetable.since()).isEqualTo(APRIL);
        assertThat(timetable.all())
                .hasSize(4)
                .contains(
                        new DatedSlot(at(18, MONDAY), START, APRIL.minusDays(1)),
                        new DatedSlot(at(9, MONDAY), APRIL, null));
        assertThat(timetable.before(APRIL.minusDays(1))).containsExactly(entry(APRIL.minusDays(1), EVENINGS));
        assertThat(timetable.before(APRIL)).isEmpty();
    }

    @Test
    void severalChangesAreToComeOneAfterTheOther() {
        timetable.become(MORNINGS, APRIL);
        timetable.become(AFTERNOONS, MAY);

        assertThat(timetable.before(START))
                .containsExactly(entry(APRIL.minusDays(1), EVENINGS), entry(MAY.minusDays(1), MORNINGS));
        assertThat(timetable.newest()).isEqualTo(AFTERNOONS);
    }

    @Test
    void anEarlierChangeTakesThePlaceOfWhatWasAnnounced() {
        timetable.become(MORNINGS, MAY);
        timetable.become(AFTERNOONS, APRIL);

        assertThat(timetable.newest()).isEqualTo(AFTERNOONS);
        assertThat(timetable.before(START)).containsExactly(entry(APRIL.minusDays(1), EVENINGS));
        timetable.become(MORNINGS, START);
        assertThat(timetable.all()).allMatch(DatedSlot::goesOn).hasSize(2);
    }

    @Test
    void announcedHoursThatAreToHoldEarlierAreAChange() {
        timetable.become(MORNINGS, MAY);

        assertThat(timetable.isAlready(MORNINGS, MAY)).isTrue();
        assertThat(timetable.isAlready(MORNINGS, APRIL)).isFalse();
        assertThat(timetable.isAlready(AFTERNOONS, MAY)).isFalse();
    }

    private static Slot at(int hour, DayOfWeek day) {
        return new Slot(day, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0));
    }
}
