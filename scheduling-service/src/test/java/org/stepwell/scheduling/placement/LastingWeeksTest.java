package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.placement.WeekPuzzle.Choice;

/** Only a group that meets in the first whole week, and for some weeks on, makes a week that is called complete. */
class LastingWeeksTest {

    private static final LocalDate THE_MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FOURTH_FRIDAY = THE_MONDAY.plusDays(25);
    private static final LastingWeeks WEEKS = weeks(THE_MONDAY.plusDays(90), null);

    private final WeekPuzzle puzzle = new WeekPuzzle(Riverside.NINE_HOURS, 540, WEEKS);

    @Test
    void aGroupCountsThatHasBegunByItsFirstEveningOfTheFirstWholeWeek() {
        assertThat(WEEKS.have(aGroup(THE_MONDAY.minusDays(90), null, TUESDAY, FRIDAY)))
                .isTrue();
        assertThat(WEEKS.have(aGroup(THE_MONDAY.plusDays(1), null, TUESDAY, FRIDAY)))
                .isTrue();
        assertThat(WEEKS.have(aGroup(THE_MONDAY.plusDays(2), null, TUESDAY, FRIDAY)))
                .isFalse();
    }

    @Test
    void aGroupCountsThatMeetsForFourWeeks() {
        assertThat(WEEKS.have(aGroup(THE_MONDAY, FOURTH_FRIDAY, TUESDAY, FRIDAY)))
                .isTrue();
        assertThat(WEEKS.have(aGroup(THE_MONDAY, FOURTH_FRIDAY.minusDays(1), TUESDAY, FRIDAY)))
                .isFalse();
    }

    @Test
    void aGroupNeedNotOutliveTheEpisode() {
        var threeWeeks = aGroup(THE_MONDAY, THE_MONDAY.plusDays(18), MONDAY, FRIDAY);

        assertThat(WEEKS.have(threeWeeks)).isFalse();
        assertThat(weeks(THE_MONDAY.plusDays(20), null).have(threeWeeks)).isTrue();
        assertThat(weeks(THE_MONDAY.plusDays(90), THE_MONDAY.plusDays(20)).have(threeWeeks))
                .isTrue();
    }

    @Test
    void aGroupThatCountsComesBeforeOneThatEndsSoon() {
        var endsSoon = aGroup(THE_MONDAY.minusDays(30), THE_MONDAY.plusDays(8), MONDAY, WEDNESDAY, FRIDAY);
        var beginsLater = aGroup(THE_MONDAY.plusDays(7), null, MONDAY, WEDNESDAY);
        var lasting = aGroup(THE_MONDAY, null, TUESDAY);

        assertThat(chosen(endsSoon, beginsLater, lasting)).containsExactly(lasting, endsSoon);
        assertThat(puzzle.minutes()).isEqualTo(180);
        assertThat(puzzle.missingMinutes()).isEqualTo(360);
        assertThat(puzzle.missingDays()).isEqualTo(2);
        assertThat(puzzle.complete()).isFalse();
    }

    @Test
    void aGroupThatEndsSoonIsNotJoinedWhereTheWeekIsCompleteWithoutIt() {
        var endsSoon = aGroup(THE_MONDAY, THE_MONDAY.plusDays(8), TUESDAY);
        var lasting = aGroup(THE_MONDAY, null, MONDAY, WEDNESDAY, FRIDAY);

        assertThat(chosen(endsSoon, lasting)).containsExactly(lasting);
        assertThat(puzzle.complete()).isTrue();
    }

    @Test
    void aGroupThatCountsIsJoinedBesideOneThatEndsSoonAndWasJoinedByHand() {
        puzzle.add(aGroup(THE_MONDAY, THE_MONDAY.plusDays(8), MONDAY, WEDNESDAY, FRIDAY));
        var lasting = aGroup(THE_MONDAY, null, TUESDAY);

        assertThat(puzzle.complete()).isFalse();
        assertThat(puzzle.fits(lasting)).isTrue();
        assertThat(puzzle.fits(aGroup(THE_MONDAY, THE_MONDAY.plusDays(8), TUESDAY)))
                .isFalse();
    }

    private List<Choice> chosen(Choice... choices) {
        var left = new ArrayList<>(List.of(choices));
        var chosen = new ArrayList<Choice>();
        for (var next = puzzle.next(left, THE_MONDAY); next.isPresent(); next = puzzle.next(left, THE_MONDAY)) {
            puzzle.add(next.get());
            chosen.add(next.get());
            left.remove(next.get());
        }
        return chosen;
    }

    private static LastingWeeks weeks(LocalDate targetEnd, @Nullable LocalDate lastDay) {
        var episode = new Episode(
                new EpisodeId(Uuid7.next()),
                new PatientId(Uuid7.next()),
                new ProgramId(Uuid7.next()),
                Riverside.EVENING,
                THE_MONDAY,
                targetEnd,
                540,
                List.of(),
                lastDay);
        return LastingWeeks.of(episode, THE_MONDAY);
    }

    private static Choice aGroup(LocalDate startsOn, @Nullable LocalDate endsOn, DayOfWeek... days) {
        var slots = Stream.of(days)
                .map(day -> new DatedSlot(new Slot(day, LocalTime.of(18, 0), LocalTime.of(21, 0)), startsOn, null))
                .toList();
        return new Choice(new GroupId(Uuid7.next()), 3, startsOn, endsOn, true, slots);
    }
}
