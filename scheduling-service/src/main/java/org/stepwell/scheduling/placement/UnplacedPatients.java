package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered.Outcome;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.group.Members;

/** Looks for places for whoever was admitted, and answers each admission once: the whole week, or what is missing. */
@Singleton
public class UnplacedPatients implements DueDoor {

    private static final String KIND = "placement";

    private final Episodes episodes;
    private final Programs programs;
    private final Placements placements;
    private final Members members;
    private final Weeks weeks;
    private final Outbox outbox;
    private final Due due;
    private final ClinicTime time;

    UnplacedPatients(
            Episodes episodes,
            Programs programs,
            Placements placements,
            Members members,
            Weeks weeks,
            Outbox outbox,
            Due due,
            ClinicTime time) {
        this.episodes = episodes;
        this.programs = programs;
        this.placements = placements;
        this.members = members;
        this.weeks = weeks;
        this.outbox = outbox;
        this.due = due;
        this.time = time;
    }

    /** The patient of an episode waits for places. */
    public void enqueue(EpisodeId episode) {
        due.now(KIND, episode);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.held(new EpisodeId(subject)).orElse(null);
        if (episode == null || placements.find(episode.id()).isPresent()) {
            return;
        }
        var answer = place(episode);
        placements.keep(answer);
        outbox.append(answer);
        weeks.follow(episode.id(), episode.start());
        weeks.episodeChanged(episode.id());
    }

    private PlacementAnswered place(Episode episode) {
        var today = time.today();
        var from = episode.start().isAfter(today) ? episode.start() : today;
        var puzzle = new WeekPuzzle(programs.rulesOn(episode.program(), from), episode.weeklyMinutes());
        if (episode.admitted()) {
            for (var choice : WeekPuzzle.inOrder(placements.choices(episode, from), from)) {
                if (puzzle.fits(choice)
                        && !members.busy(choice.group(), episode.patient(), from)
                        && members.seat(choice.group(), episode.patient(), episode.id(), from)) {
                    puzzle.add(choice);
                }
            }
            members.countPlaces(episode.program(), episode.track());
        }
        return new PlacementAnswered(
                episode.patient(),
                episode.id(),
                puzzle.complete() ? Outcome.COMPLETE : Outcome.INCOMPLETE,
                puzzle.groups(),
                puzzle.minutes(),
                puzzle.missingMinutes(),
                0,
                time.now());
    }
}
