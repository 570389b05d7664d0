package org.stepwell.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.contracts.code.AttendanceStatus.EXCUSED;
import static org.stepwell.contracts.code.AttendanceStatus.LATE;
import static org.stepwell.contracts.code.AttendanceStatus.LEFT_EARLY;
import static org.stepwell.contracts.code.AttendanceStatus.NO_SHOW;
import static org.stepwell.contracts.code.AttendanceStatus.PRESENT;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.attendance.AttendanceSheet.Said;
import org.stepwell.scheduling.session.HeldSession;
import org.stepwell.scheduling.session.Seat;
import org.stepwell.scheduling.telehealth.Stays;

class AttendanceSheetTest {

    private static final HeldSession SESSION = new HeldSession(
            new SessionId(Uuid7.next()),
            new GroupId(Uuid7.next()),
            Modality.GROUP_THERAPY,
            true,
            LocalDate.of(2026, 3, 2),
            Instant.parse("2026-03-02T23:00:00Z"),
            Instant.parse("2026-03-03T02:00:00Z"),
            List.of(new StaffId(Uuid7.next())),
            true,
            null);
    private static final Instant AFTERWARDS = SESSION.endsAt().plusSeconds(300);

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02T23:00:00Z, 2026-03-03T02:00:00Z, 180
            2026-03-02T22:45:00Z, 2026-03-03T02:20:00Z, 180
            2026-03-02T23:20:00Z, 2026-03-03T01:30:00Z, 130
            2026-03-02T23:20:00Z,                     , 160
                                , 2026-03-03T01:30:00Z, 150
                                ,                     , 180
            2026-03-02T21:00:00Z, 2026-03-02T22:00:00Z, 0
            """)
    void minutesAreThoseBetweenComingAndGoingWithinTheSession(
            @Nullable Instant came, @Nullable Instant went, int minutes) {
        assertThat(Presence.said(SESSION, seat(came, went), PRESENT, null, AFTERWARDS))
                .isEqualTo(new Presence(PRESENT, minutes));
    }

    @Test
    void whoeverIsNotNamedWasThereIfTheyCheckedIn() {
        var came = seat(SESSION.startsAt().plusSeconds(600), null);
        var stayedAway = seat(null, null);
        var excused = seat(null, null);

        var sheet = AttendanceSheet.of(
                SESSION,
                List.of(came, stayedAway, excused),
                List.of(new Said(excused.patient(), EXCUSED, null)),
                AFTERWARDS);

        assertThat(sheet.lines())
                .extracting(AttendanceSheet.Line::presence)
                .containsExactly(new Presence(PRESENT, 170), new Presence(NO_SHOW, 0), new Presence(EXCUSED, 0));
        assertThat(sheet.attended()).isEqualTo(1);
        assertThat(sheet.absent()).isEqualTo(2);
    }

    @Test
    void saidMinutesCountMoreThanSeenOnes() {
        var seat = seat(SESSION.startsAt(), SESSION.endsAt());

        assertThat(Presence.said(SESSION, seat, LATE, 100, AFTERWARDS)).isEqualTo(new Presence(LATE, 100));
    }

    @Test
    void whoeverCameLateOrLeftEarlyWasThereForLessThanAllOfIt() {
        for (var part : List.of(LATE, LEFT_EARLY)) {
            assertRefused(
                    AttendanceRule.IN_PART_SAYS_HOW_LONG,
                    () -> Presence.said(SESSION, seat(null, null), part, null, AFTERWARDS));
            assertRefused(AttendanceRule.IN_PART_SAYS_HOW_LONG, () -> say(part, 180, AFTERWARDS));
            assertThat(Presence.said(SESSION, seat(null, null), part, 179, AFTERWARDS))
                    .isEqualTo(new Presence(part, 179));
        }
        var came = seat(SESSION.startsAt().plusSeconds(600), null);
        assertThat(Presence.said(SESSION, came, LATE, null, AFTERWARDS)).isEqualTo(new Presence(LATE, 170));
    }

    @Test
    void nobodyIsThereLongerThanTheSession() {
        assertRefused(AttendanceRule.MINUTES_WITHIN_SESSION, () -> say(PRESENT, 181, AFTERWARDS));
        assertRefused(AttendanceRule.ABSENT_WITHOUT_MINUTES, () -> say(NO_SHOW, 1, AFTERWARDS));
    }

    @Test
    void onlyTheRosterIsNamedAndEverybodyOnce() {
        var seat = seat(null, null);
        var said = new Said(seat.patient(), PRESENT, null);

        assertRefused(
                AttendanceRule.NAMED_ONCE,
                () -> AttendanceSheet.of(SESSION, List.of(seat), List.of(said, said), AFTERWARDS));
        assertRefused(
                AttendanceRule.NOT_ON_ROSTER, () -> AttendanceSheet.of(SESSION, List.of(), List.of(said), AFTERWARDS));
    }

    @Test
    void noMinuteLiesAfterNow() {
        var fiveMinutesIn = SESSION.startsAt().plusSeconds(300);
        var came = seat(SESSION.startsAt(), null);
        var wouldGo = seat(SESSION.startsAt(), SESSION.endsAt());

        assertThat(Presence.unsaid(SESSION, came, fiveMinutesIn)).isEqualTo(new Presence(PRESENT, 5));
        assertThat(Presence.said(SESSION, wouldGo, PRESENT, null, fiveMinutesIn))
                .isEqualTo(new Presence(PRESENT, 5));
        assertRefused(AttendanceRule.MINUTES_WITHIN_SESSION, () -> say(PRESENT, 6, fiveMinutesIn));
    }

    private static void say(AttendanceStatus status, int minutes, Instant now) {
        Presence.said(SESSION, seat(null, null), status, minutes, now);
    }

    private static SeenSeat seat(@Nullable Instant came, @Nullable Instant went) {
        return new SeenSeat(
                new Seat(
                        new PatientId(Uuid7.next()),
                        new EpisodeId(Uuid7.next()),
                        Seat.Kind.MEMBER,
                        came,
                        went,
                        Duration.ZERO),
                Stays.NONE);
    }
}
