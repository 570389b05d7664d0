package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
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

    private final Groups groups;
    private final Waiting waiting;
    private final JoinGroup joinGroup;
    private final Episodes episodes;
    private final Due due;
    private final ClinicTime time;

    WaitingPatients(Groups groups, Waiting waiting, JoinGroup joinGroup, Episodes episodes, Due due, ClinicTime time) {
        this.groups = groups;
        this.waiting = waiting;
        this.joinGroup = joinGroup;
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
        if (!group.running()) {
            waiting.endAll(group.id(), time.now());
            return;
        }
        for (var line : waiting.of(group.id())) {
            if (groups.fresh(group).isFull()) {
                return;
            }
            var episode = episodes.held(line.episode()).orElseThrow();
            if (episode.lastDay() != null) {
                waiting.end(group.id(), line.patient(), Waiting.Outcome.DISCHARGED, time.now());
            } else if (canCome(group, episode)) {
                waiting.end(group.id(), line.patient(), Waiting.Outcome.SEATED, time.now());
                joinGroup.join(group, episode, from(group, episode));
            }
        }
    }

    private boolean canCome(Group group, Episode episode) {
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
        return group.startsOn().isAfter(day) ? group.startsOn() : day;
    }
}
