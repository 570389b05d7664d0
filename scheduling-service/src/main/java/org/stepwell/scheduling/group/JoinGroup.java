package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.AvailabilityRule;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.session.SessionRule;

/** Gives an admitted patient a place in a group that takes them, at hours at which they can come. */
@Singleton
class JoinGroup {

    private final Groups groups;
    private final Members members;
    private final Mix mix;
    private final Availabilities availabilities;
    private final Weeks weeks;
    private final ClinicTime time;

    JoinGroup(Groups groups, Members members, Mix mix, Availabilities availabilities, Weeks weeks, ClinicTime time) {
        this.groups = groups;
        this.members = members;
        this.mix = mix;
        this.availabilities = availabilities;
        this.weeks = weeks;
        this.time = time;
    }

    /** Refuses whoever could not be in the group, were there a place. */
    void requireCanJoin(Group group, Episode episode, LocalDate from) {
        group.requireRunning();
        mix.requireFits(
                group.id(), episode.patient(), episode.start(), from.isAfter(time.today()) ? from : time.today());
        availabilities.requireAvailable(
                episode.patient(), group.hours(), from, group.run().endsOn());
        if (members.busy(group.id(), episode.patient(), from)) {
            throw new Refusal(
                    SessionRule.NO_PATIENT_TWICE,
                    "The patient is in another group at these hours. Choose another one.");
        }
        if (members.isKeptApart(group.id(), episode.patient())) {
            throw new Refusal(AvailabilityRule.SEAT_NOT_POSSIBLE, "Choose another group.");
        }
    }

    /** Gives the place; whoever was discharged ahead leaves on their last day. */
    Membership join(Group group, Episode episode, LocalDate from) {
        var membership = members.join(group.id(), episode.patient(), episode.id(), from);
        if (membership == null) {
            groups.fresh(group).requireRunning();
            throw new Refusal(
                    GroupRule.GROUP_FULL,
                    "No place is left in this group. Choose another one, or POST groups/{group}/waiting.");
        }
        var lastDay = episode.lastDay();
        if (lastDay != null) {
            members.leaveWithEpisode(membership, lastDay);
        }
        members.countPlaces(group.program(), group.track());
        weeks.episodeChanged(episode.id());
        return membership;
    }
}
