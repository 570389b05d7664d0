package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.scheduling.calendar.OnceOpen;
import org.stepwell.scheduling.session.PlanSessions;

/** The clinic is open on a day after all: groups that have planned beyond it meet on it too, with their members. */
@Singleton
class ReopenedDays implements OnceOpen {

    private final Groups groups;
    private final Members members;
    private final PlanSessions planSessions;

    ReopenedDays(Groups groups, Members members, PlanSessions planSessions) {
        this.groups = groups;
        this.members = members;
        this.planSessions = planSessions;
    }

    @Override
    public void open(LocalDate day, Instant now) {
        for (var group : groups.plannedOver(day)) {
            planSessions.reopen(group.sessions(), day, group.hadTheseHoursOn(day), members.of(group.id()), now);
        }
    }
}
