package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;

/**
 * A place in a group is free: whoever has waited longest for it, and can come, gets it. Whoever can not come now keeps their place in
 * the line.
 */
@Singleton
class WaitingPatients implements DueDoor {

    private static final String KIND = "place-for-whoever-waits";
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 0);

    private final Groups groups;
    private final Waiting waiting;
    private final JoinGroup joinGroup;
    private final Places places;
    private final Episodes episodes;
    private final Due due;
    private final ClinicTime time;

    WaitingPatients(
            Groups groups,
            Waiting waiting,
            JoinGroup joinGroup,
            Places places,
            Episodes episodes,
            Due due,
            ClinicTime time) {
        this.groups = groups;
        this.waiting = waiting;
        this.joinGroup = joinGroup;
        this.places = places;
        this.episodes = episodes;
        this.due = due;
        this.time = time;
    }

    /** There may be a place. */
    void enqueue(GroupId group) {
        due.now(KIND, group);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var group = groups.lockedOf(new GroupId(subject));
        if (group.running()) {
            seat(group);
            lookAgain(group);
        } else {
            waiting.endAll(group.id(), time.now());
        }
        places.count(group.program(), group.track());
    }

    private void seat(Group group) {
        for (var line : waiting.of(group.id())) {
            var episode = episodes.held(line.episode()).orElseThrow();
            if (episode.lastDay() != null) {
                waiting.end(group.id(), line.patient(), Waiting.Outcome.DISCHARGED, time.now());
            } else if (!groups.fresh(group).isFull(from(group, episode)) && canCome(group, episode)) {
                waiting.end(group.id(), line.patient(), Waiting.Outcome.SEATED, time.now());
                joinGroup.join(group, episode, from(group, episode));
            }
        }
    }

    /** Whoever can not come today may be able to tomorrow: they have other hours, are back, or are further in their stay. */
    private void lookAgain(Group group) {
        if (!waiting.of(group.id()).isEmpty()) {
            due.at(KIND, group.id(), time.at(time.today().plusDays(1), AT_NIGHT));
        }
    }

    /** Whether a place would be somebody's of the line. */
    boolean isForTheLine(Group group) {
        return waiting.of(group.id()).stream()
                .anyMatch(line -> episodes.find(line.episode())
                        .filter(episode -> episode.lastDay() == null && canCome(group, episode))
                        .isPresent());
    }

    private boolean canCome(Group group, Episode episode) {
        if (!group.isOf(episode) || episode.awayOn(from(group, episode))) {
            return false;
        }
        try {
            joinGroup.requireCanJoin(group, episode, from(group, episode));
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }

    /** From today on, unless the stay or the group begins later. */
    private LocalDate from(Group group, Episode episode) {
        var today = time.today();
        var day = episode.start().isAfter(today) ? episode.start() : today;
        return group.run().startsOn().isAfter(day) ? group.run().startsOn() : day;
    }
}
