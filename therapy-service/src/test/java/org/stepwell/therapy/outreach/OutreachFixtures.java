package org.stepwell.therapy.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.therapy.roster.Seat;

/** Evenings of a patient, and the house's numbers. */
final class OutreachFixtures {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** The house's numbers. */
    static final OutreachSettings HOUSE = new OutreachSettings() {
        @Override
        public int callWithinDays() {
            return 7;
        }

        @Override
        public int reviewAfterInARow() {
            return 3;
        }

        @Override
        public int shareOverDays() {
            return 14;
        }

        @Override
        public int sharePercent() {
            return 70;
        }

        @Override
        public int shareOfSessions() {
            return 4;
        }

        @Override
        public int letterAfterDays() {
            return 14;
        }

        @Override
        public int proposalAfterDays() {
            return 30;
        }

        @Override
        public int lookBackDays() {
            return 30;
        }

        @Override
        public int alarmAfterOpioidsHours() {
            return 72;
        }
    };

    private OutreachFixtures() {}

    /** One evening a day from Monday on: P was there, N did not show, U is unexcused, E excused, C cancelled; a dot is no session. */
    static List<Seat> evenings(String days) {
        var seats = new ArrayList<Seat>();
        for (int day = 0; day < days.length(); day++) {
            var date = MONDAY.plusDays(day);
            statuses(days.charAt(day)).forEach(status -> seats.add(seat(date, LocalTime.of(18, 0), status)));
        }
        return seats;
    }

    static Seat seat(LocalDate day, LocalTime hour, AttendanceStatus status) {
        return new Seat(day, at(day, hour), status);
    }

    static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(NEW_YORK).toInstant();
    }

    /** Stays away as they say; nobody reached them, and nobody was away. */
    static Absence absence(String days) {
        return absence(evenings(days), null);
    }

    static Absence absence(List<Seat> seats, @Nullable Instant reachedAt) {
        return Absence.of(seats, reachedAt, _ -> true, HOUSE);
    }

    private static Stream<AttendanceStatus> statuses(char code) {
        return switch (code) {
            case 'P' -> Stream.of(AttendanceStatus.PRESENT);
            case 'N' -> Stream.of(AttendanceStatus.NO_SHOW);
            case 'U' -> Stream.of(AttendanceStatus.UNEXCUSED);
            case 'E' -> Stream.of(AttendanceStatus.EXCUSED);
            case 'C' -> Stream.of(AttendanceStatus.CANCELLED_BY_PROGRAM);
            default -> Stream.of();
        };
    }
}
