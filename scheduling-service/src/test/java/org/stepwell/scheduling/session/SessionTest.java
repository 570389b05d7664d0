package org.stepwell.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.session.Session.Status;

class SessionTest {

    private static final Instant START = Instant.parse("2026-03-02T23:00:00Z");
    private static final Instant END = Instant.parse("2026-03-03T02:00:00Z");
    private static final StaffId DORA = new StaffId(Uuid7.next());

    @ParameterizedTest
    @CsvSource(textBlock = """
            SCHEDULED, CANCELLED, true
            SCHEDULED, CLOSED,    true
            SCHEDULED, SCHEDULED, false
            CANCELLED, SCHEDULED, false
            CANCELLED, CLOSED,    false
            CANCELLED, CANCELLED, false
            CLOSED,    SCHEDULED, false
            CLOSED,    CANCELLED, false
            CLOSED,    CLOSED,    false
            """)
    void aSessionIsHeldOrCancelledOnce(Status from, Status to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @Test
    void whatWasCancelledIsNotClosed() {
        var session = aSession(Modality.GROUP_THERAPY);

        var told = session.cancel(CancellationReason.WEATHER, START);

        assertThat(told.status()).isEqualTo(SessionChanged.Status.CANCELLED);
        assertThat(told.facilitators()).containsExactly(DORA);
        assertRefused(SessionRule.SESSION_IS_OVER, () -> session.close(END));
        assertThat(session.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void onlyIndividualTherapyIsNotAGroup() {
        assertThat(aSession(Modality.GROUP_THERAPY).held().inGroup()).isTrue();
        assertThat(aSession(Modality.PSYCHOEDUCATION).held().inGroup()).isTrue();
        assertThat(aSession(Modality.INDIVIDUAL_THERAPY).held().inGroup()).isFalse();
    }

    private static Session aSession(Modality modality) {
        var plan = new SessionPlan(
                new GroupId(Uuid7.next()),
                new Venue(new RoomId(Uuid7.next()), null),
                modality,
                12,
                2,
                List.of(DORA),
                List.of(new Slot(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(21, 0))),
                null);
        return new Session(
                new SessionId(Uuid7.next()), plan, new SessionPlan.Occurrence(LocalDate.of(2026, 3, 2), START, END));
    }
}
