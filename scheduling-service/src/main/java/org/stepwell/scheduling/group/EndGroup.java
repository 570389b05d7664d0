package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.session.PlanSessions;

/** Ends a group: no more sessions, no members and no places after its last day. */
@Singleton
class EndGroup {

    private final Groups groups;
    private final Members members;
    private final Places places;
    private final PlanSessions planSessions;
    private final Weeks weeks;
    private final ClinicTime time;

    EndGroup(Groups groups, Members members, Places places, PlanSessions planSessions, Weeks weeks, ClinicTime time) {
        this.groups = groups;
        this.members = members;
        this.places = places;
        this.planSessions = planSessions;
        this.weeks = weeks;
        this.time = time;
    }

    void end(Group group, LocalDate lastDay) {
        group.end(lastDay);
        groups.flush();
        members.leaveAll(group.id(), lastDay).forEach(weeks::episodeChanged);
        planSessions.cancelAfter(group.id(), lastDay, time.now());
        places.count(group.program(), group.track());
    }
}
