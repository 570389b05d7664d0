package org.stepwell.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.group.Membership.Status;

class MembershipTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(textBlock = """
            MEMBER,  LEAVING, true
            MEMBER,  LEFT,    false
            MEMBER,  MEMBER,  false
            LEAVING, LEAVING, true
            LEAVING, LEFT,    true
            LEAVING, MEMBER,  false
            LEFT,    LEAVING, false
            LEFT,    LEFT,    false
            LEFT,    MEMBER,  false
            """)
    void aMemberLeavesAndHasLeft(Status from, Status to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @Test
    void nobodyLeavesTwice() {
        var membership = aMembership();
        membership.leave(DAY.plusDays(9));
        membership.left();

        assertRefused(GroupRule.NOT_A_MEMBER, () -> membership.leave(DAY.plusDays(10)));
        assertThat(membership.lastDay()).isEqualTo(DAY.plusDays(9));
    }

    @Test
    void aLastDayIsMovedToAnEarlierDayOnly() {
        var membership = aMembership();
        membership.leave(DAY.plusDays(9));

        membership.leave(DAY.plusDays(20));
        assertThat(membership.lastDay()).isEqualTo(DAY.plusDays(9));
        assertRefused(GroupRule.LEAVES_NO_LATER, () -> membership.requireNoLater(DAY.plusDays(10)));

        membership.requireNoLater(DAY.plusDays(9));
        membership.leave(DAY.plusDays(4));
        assertThat(membership.lastDay()).isEqualTo(DAY.plusDays(4));
    }

    @Test
    void theLastDayOfAnEpisodeMovesBothWaysAndOneOfTheGroupAloneStays() {
        var membership = aMembership();
        membership.leaveWithEpisode(DAY.plusDays(9));
        membership.leaveWithEpisode(DAY.plusDays(12));
        assertThat(membership.lastDay()).isEqualTo(DAY.plusDays(12));

        membership.leave(DAY.plusDays(4));
        membership.leaveWithEpisode(DAY.plusDays(12));
        assertThat(membership.lastDay()).isEqualTo(DAY.plusDays(4));
    }

    private static Membership aMembership() {
        return new Membership(
                new MembershipId(Uuid7.next()),
                new GroupId(Uuid7.next()),
                new PatientId(Uuid7.next()),
                new EpisodeId(Uuid7.next()),
                DAY);
    }
}
