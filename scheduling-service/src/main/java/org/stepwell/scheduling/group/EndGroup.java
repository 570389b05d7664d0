package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.session.PlanSessions;

/** Ends a group after a last day: no sessions, no members and no places later; until then it meets and takes members. */
@Singleton
class EndGroup {

    private final Groups groups;
    private final Members members;
    private final Places places;
    private final WaitingPatients waiting;
    private final PlanSessions planSessions;
    private final Weeks weeks;
    private final Due due;
    private final ClinicTime time;

    EndGroup(
            Groups groups,
            Members members,
            Places places,
            WaitingPatients waiting,
            PlanSessions planSessions,
            Weeks weeks,
            Due due,
            ClinicTime time) {
        this.groups = groups;
        this.members = members;
        this.places = places;
        this.waiting = waiting;
        this.planSessions = planSessions;
        this.weeks = weeks;
        this.due = due;
        this.time = time;
    }

    void end(Group group, LocalDate lastDay) {
        var today = time.today();
        group.end(lastDay, today);
        groups.flush();
        if (group.running()) {
            due.at(
                    SessionsAhead.KIND,
                    group.id(),
                    time.at(group.run().nextChange(today, today), SessionsAhead.AT_NIGHT));
        }
        members.leaveAll(group.id(), lastDay).forEach(weeks::episodeChanged);
        planSessions.cancelAfter(group.id(), lastDay, time.now());
        places.count(group.program(), group.track());
        waiting.enqueue(group.id());
    }
}
