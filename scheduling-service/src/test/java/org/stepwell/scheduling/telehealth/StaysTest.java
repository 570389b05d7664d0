package org.stepwell.scheduling.telehealth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.scheduling.telehealth.Stays.Stay;

class StaysTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant START = at(MONDAY, "18:00");
    private static final Instant END = at(MONDAY, "21:00");

    /** A stay is from-to; without a second hour, nobody said that they left. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            17:50-21:10                         , 180
            18:00-19:00 20:00-21:00             , 120
            18:00-19:00 18:30-19:30             , 90
            18:30-19:00 18:00-20:00             , 120
            18:00-20:00 18:30-19:00 19:30-20:30 , 150
            20:00-                              , 60
            18:00-18:30 20:00- 20:30-20:40      , 90
            17:46-17:59                         , 0
            21:00-21:30                         , 0
            17:46-18:01 20:59-                  , 2
            """)
    void staysCountOnceWithinTheSession(String said, int minutes) {
        assertThat(stays(MONDAY, said).minutesBetween(START, END)).isEqualTo(minutes);
    }

    @Test
    void secondsOfSeveralStaysMakeMinutesTogether() {
        var halfMinutes = new Stays(List.of(
                new Stay(START, START.plusSeconds(90)), new Stay(START.plusSeconds(600), START.plusSeconds(690))));

        assertThat(halfMinutes.minutesBetween(START, END)).isEqualTo(3);
    }

    @Test
    void whoeverLeftBeforeItBeganOrCameAfterItsEndWasNotThere() {
        assertThat(stays(MONDAY, "17:46-18:00").reach(START, END)).isFalse();
        assertThat(stays(MONDAY, "21:00-").reach(START, END)).isFalse();
        assertThat(stays(MONDAY, "17:46-18:01").reach(START, END)).isTrue();
        assertThat(stays(MONDAY, "20:59-").reach(START, END)).isTrue();
        assertThat(Stays.NONE.reach(START, END)).isFalse();
    }

    @Test
    void theNightThatLosesAnHourHasAnHourLess() {
        var night = LocalDate.of(2026, 3, 8);

        assertThat(stays(night, "00:30-01:30 03:00-03:30").minutesBetween(at(night, "00:30"), at(night, "03:30")))
                .isEqualTo(90);
        assertThat(stays(night, "00:30-").minutesBetween(at(night, "00:30"), at(night, "03:30")))
                .isEqualTo(120);
    }

    @Test
    void theNightThatHasAnHourTwiceCountsBoth() {
        var night = LocalDate.of(2026, 11, 1);
        var half = night.atTime(1, 30).atZone(ZONE);
        var again = half.withLaterOffsetAtOverlap().toInstant();
        var stays = new Stays(List.of(new Stay(half.toInstant(), again)));

        assertThat(stays.minutesBetween(at(night, "00:30"), at(night, "03:30"))).isEqualTo(60);
        assertThat(stays(night, "00:30-").minutesBetween(at(night, "00:30"), at(night, "03:30")))
                .isEqualTo(240);
    }

    private static Stays stays(LocalDate day, String said) {
        var stays = new ArrayList<Stay>();
        for (var one : said.split(" ", -1)) {
            var hours = one.split("-", -1);
            stays.add(new Stay(at(day, hours[0]), hours[1].isEmpty() ? null : at(day, hours[1])));
        }
        return new Stays(stays);
    }

    private static Instant at(LocalDate day, String hour) {
        return LocalDateTime.of(day, LocalTime.parse(hour)).atZone(ZONE).toInstant();
    }
}
