package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.session.Venue;

class GroupTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    @Test
    void aGroupEndsOnce() {
        var group = aGroup(null, evening(MONDAY));

        group.end(START.plusDays(30), START.plusDays(30));

        assertThat(group.running()).isFalse();
        assertRefused(GroupRule.GROUP_ENDED, () -> group.end(START.plusDays(29), START.plusDays(31)));
        assertRefused(GroupRule.GROUP_ENDED, group::requireRunning);
    }

    @Test
    void aGroupRunsUntilItsLastDayIsThere() {
        var group = aGroup(null, evening(MONDAY));

        group.end(START.plusDays(60), START);

        assertThat(group.running()).isTrue();
        assertThat(group.overBy(START.plusDays(60))).isEmpty();
        assertThat(group.overBy(START.plusDays(61))).contains(START.plusDays(60));
        assertThat(group.run().planThrough(START.plusDays(90)).through()).isEqualTo(START.plusDays(60));
        assertRefused(GroupRule.GROUP_ENDS_NO_LATER, () -> group.end(START.plusDays(61), START));
        group.end(START.plusDays(10), START);
        assertThat(group.overBy(START.plusDays(11))).contains(START.plusDays(10));
    }

    @Test
    void aGroupDoesNotEndBeforeItStarts() {
        assertRefused(GroupRule.ENDS_AFTER_IT_STARTS, () -> aGroup(START.minusDays(1), evening(MONDAY)));
        assertRefused(
                GroupRule.ENDS_AFTER_IT_STARTS,
                () -> aGroup(null, evening(MONDAY)).end(START.minusDays(1), START));
    }

    @Test
    void theSlotsOfAGroupStandApart() {
        var late = new Slot(MONDAY, LocalTime.of(20, 59), LocalTime.of(22, 0));
        var after = new Slot(MONDAY, LocalTime.of(21, 0), LocalTime.of(22, 0));
        var backwards = new Slot(MONDAY, LocalTime.of(21, 0), LocalTime.of(18, 0));

        assertRefused(GroupRule.SLOTS_APART, () -> aGroup(null, evening(MONDAY), late));
        assertRefused(GroupRule.SLOT_ENDS_AFTER_IT_STARTS, () -> aGroup(null, backwards));
        assertThat(aGroup(null, evening(MONDAY), after).slots()).hasSize(2);
    }

    @Test
    void everyDayIsPlannedOnce() {
        var group = aGroup(null, evening(MONDAY), evening(WEDNESDAY));

        var first = group.run().planThrough(START.plusDays(21));
        var again = group.run().planThrough(START.plusDays(21));
        var next = group.run().planThrough(START.plusDays(28));

        assertThat(first).isEqualTo(new Run.Span(START, START.plusDays(21)));
        assertThat(again.through()).isBefore(again.from());
        assertThat(next).isEqualTo(new Run.Span(START.plusDays(22), START.plusDays(28)));
    }

    @Test
    void nothingIsPlannedAfterTheLastDay() {
        var group = aGroup(START.plusDays(4), evening(MONDAY));

        assertThat(group.run().planThrough(START.plusDays(21)).through()).isEqualTo(START.plusDays(4));
        assertThat(group.overBy(START.plusDays(4))).isEmpty();
        assertThat(group.overBy(START.plusDays(5))).contains(START.plusDays(4));
    }

    @Test
    void aGroupIsLookedAtWeeklyAndWhenItsEndChangesSomething() {
        var endless = aGroup(null, evening(MONDAY));
        var group = aGroup(START.plusDays(25), evening(MONDAY));

        assertThat(endless.run().nextChange(START, START)).isEqualTo(START.plusDays(7));
        assertThat(group.run().nextChange(START.plusDays(7), START.plusDays(7))).isEqualTo(START.plusDays(14));
        assertThat(group.run().nextChange(START.plusDays(14), START.plusDays(14)))
                .isEqualTo(START.plusDays(20));
        assertThat(group.run().nextChange(START.plusDays(20), START.plusDays(20)))
                .isEqualTo(START.plusDays(26));
    }

    private static Slot evening(DayOfWeek day) {
        return new Slot(day, LocalTime.of(18, 0), LocalTime.of(21, 0));
    }

    private static Group aGroup(@Nullable LocalDate endsOn, Slot... slots) {
        var plan = new GroupPlan(
                "Evening group",
                new ProgramId(Uuid7.next()),
                "EVENING",
                Modality.GROUP_THERAPY,
                12,
                2,
                new Venue(new RoomId(Uuid7.next()), null),
                Set.of(new StaffId(Uuid7.next())),
                List.of(slots),
                null,
                List.of(),
                START,
                endsOn,
                new Takes());
        return new Group(new GroupId(Uuid7.next()), plan, START);
    }
}
