package org.stepwell.therapy.twelvestep;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;

/** Where a patient looks for support outside of the program, as they tell. */
@Singleton
public class SupportOutside {

    private static final int MEETINGS_MAX = 1_000;

    private final MeetingsTried meetings;
    private final Choices choices;

    SupportOutside(MeetingsTried meetings, Choices choices) {
        this.meetings = meetings;
        this.choices = choices;
    }

    /** The days of the meetings that a patient went to in an episode, the first first. */
    public List<LocalDate> meetingDays(EpisodeId episode) {
        return meetings.last(episode, MEETINGS_MAX).stream()
                .map(MeetingTried::day)
                .toList();
    }

    /** Whether they chose to go to no fellowship. */
    public boolean wantsNoFellowship(EpisodeId episode) {
        return choices.current(episode)
                .filter(chosen -> chosen.choice() == Choice.NEITHER)
                .isPresent();
    }
}
