package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.AvailabilityRule;
import org.stepwell.scheduling.availability.KeptApart;
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
    private final Sql sql;

    JoinGroup(
            Groups groups,
            Members members,
            Mix mix,
            Availabilities availabilities,
            Weeks weeks,
            ClinicTime time,
            Sql sql) {
        this.groups = groups;
        this.members = members;
        this.mix = mix;
        this.availabilities = availabilities;
        this.weeks = weeks;
        this.time = time;
        this.sql = sql;
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
        if (isKeptApart(group.id(), episode.patient())) {
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

    private boolean isKeptApart(GroupId group, PatientId patient) {
        return sql.one(
                        """
                select 1 from membership o
                where o.clinic_id = platform.current_clinic() and o.group_id = ? and o.status <> 'LEFT' and\s
                """ + KeptApart.from("o.patient_id") + " limit 1",
                        row -> 1,
                        group.value(),
                        patient.value(),
                        patient.value())
                .isPresent();
    }
}
