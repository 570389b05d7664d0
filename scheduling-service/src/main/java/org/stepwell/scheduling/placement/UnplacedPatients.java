package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered.Outcome;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.group.Members;
import org.stepwell.scheduling.session.VisitSessions;

/**
 * Looks for places for whoever was admitted, is back or changed the track, and answers each of them once: the whole week,
 * or what is missing.
 */
@Singleton
public class UnplacedPatients implements DueDoor {

    private static final String KIND = "placement";

    private final Episodes episodes;
    private final Programs programs;
    private final Placements placements;
    private final Members members;
    private final VisitSessions visits;
    private final Availabilities availabilities;
    private final Weeks weeks;
    private final Outbox outbox;
    private final Due due;
    private final ClinicTime time;

    UnplacedPatients(
            Episodes episodes,
            Programs programs,
            Placements placements,
            Members members,
            VisitSessions visits,
            Availabilities availabilities,
            Weeks weeks,
            Outbox outbox,
            Due due,
            ClinicTime time) {
        this.episodes = episodes;
        this.programs = programs;
        this.placements = placements;
        this.members = members;
        this.visits = visits;
        this.availabilities = availabilities;
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
        if (episode == null) {
            return;
        }
        var asked = placements.asked(episode.id());
        if (asked.answered() >= asked.asked()) {
            return;
        }
        var puzzle = solved(episode, asked);
        var answer = answer(episode, puzzle);
        for (int number = asked.answered() + 1; number <= asked.asked(); number++) {
            placements.keep(number, answer, puzzle.unmet());
            outbox.append(answer);
        }
        if (asked.answered() == 0) {
            weeks.follow(episode.id(), episode.start());
        }
        weeks.episodeChanged(episode.id());
    }

    private WeekPuzzle solved(Episode episode, Placements.Asked asked) {
        var from = Stream.of(time.today(), episode.start(), asked.from())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var lasting = LastingWeeks.of(episode, time.wholeWeekFrom(from));
        var puzzle = new WeekPuzzle(programs.rulesOn(episode.program(), from), episode.weeklyMinutes(), lasting);
        if (episode.admittedOn(from) && !episode.awayOn(from)) {
            leaveEarlier(episode);
            if (asked.trackFrom() != null) {
                members.leaveOthers(
                        episode.id(), episode.track(), asked.trackFrom().minusDays(1));
            }
            members.away(episode.id());
            members.back(episode.id(), from);
            placements.already(episode.id(), from).forEach(puzzle::add);
            var left = possible(episode, from);
            for (var next = puzzle.next(left, from); next.isPresent(); next = puzzle.next(left, from)) {
                var choice = next.get();
                left.remove(choice);
                if (!members.busy(choice.group(), episode.patient(), from)
                        && members.seat(choice.group(), episode.patient(), episode.id(), from)) {
                    puzzle.add(choice);
                }
            }
            leave(episode);
            members.countPlaces(episode.program(), episode.track());
        }
        return puzzle;
    }

    /** Groups with a place, at hours at which the patient can come. */
    private List<WeekPuzzle.Choice> possible(Episode episode, LocalDate from) {
        var busy = availabilities.busy(List.of(episode.patient()));
        return placements.choices(episode, from).stream()
                .filter(choice -> !busy.clashes(episode.patient(), choice.slots(), from, choice.endsOn()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A patient who comes back has the seats of this episode, not those of the one before or of what followed it. */
    private void leaveEarlier(Episode episode) {
        for (var earlier : episodes.dischargedOf(episode.patient())) {
            leave(earlier);
            if (earlier.start().isBefore(episode.start())) {
                visits.cancelAftercare(earlier.id(), episode.start(), time.now());
            }
        }
    }

    /** Whoever was discharged has no seats after the last day. */
    private void leave(Episode episode) {
        var lastDay = episode.lastDay();
        if (lastDay != null) {
            members.depart(episode.id(), lastDay);
        }
    }

    private PlacementAnswered answer(Episode episode, WeekPuzzle puzzle) {
        return new PlacementAnswered(
                episode.patient(),
                episode.id(),
                puzzle.complete() ? Outcome.COMPLETE : Outcome.INCOMPLETE,
                puzzle.groups(),
                puzzle.minutes(),
                puzzle.missingMinutes(),
                puzzle.missingDays(),
                time.now());
    }
}
