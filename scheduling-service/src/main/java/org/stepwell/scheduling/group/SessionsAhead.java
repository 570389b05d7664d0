package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.PlanSessions;

/** Looks at least once a week whether a group has sessions for two weeks ahead; ends a group whose last day is over. */
@Singleton
class SessionsAhead implements DueDoor {

    static final String KIND = "sessions-ahead";
    private static final int DAYS_AHEAD_MIN = 14;
    private static final int DAYS_BETWEEN = 7;
    static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    private final Groups groups;
    private final Members members;
    private final EndGroup endGroup;
    private final Places places;
    private final PlanSessions planSessions;
    private final Due due;
    private final ClinicTime time;

    SessionsAhead(
            Groups groups,
            Members members,
            EndGroup endGroup,
            Places places,
            PlanSessions planSessions,
            Due due,
            ClinicTime time) {
        this.groups = groups;
        this.members = members;
        this.endGroup = endGroup;
        this.places = places;
        this.planSessions = planSessions;
        this.due = due;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var group = groups.findById(new GroupId(subject));
        if (group == null || !group.running()) {
            return; // ended by somebody; the row that was set before goes now
        }
        var day = time.dayOf(dueAt);
        group.overBy(day).ifPresentOrElse(lastDay -> endGroup.end(group, lastDay), () -> {
            plan(group, day);
            places.count(group.program(), group.track());
        });
    }

    /** Makes what is missing until a day, before the group changes. */
    void meetAsBefore(Group group, LocalDate lastDay) {
        var span = group.run().planThrough(lastDay);
        groups.flush();
        planSessions.plan(group.sessions(), span.from(), span.through(), members.of(group.id()), time.now());
    }

    /** Makes what is missing, and looks again in a week, or when the group's first or last day changes something before. */
    void plan(Group group, LocalDate day) {
        var span = group.run().planThrough(day.plusDays(DAYS_AHEAD_MIN + DAYS_BETWEEN));
        groups.flush();
        planSessions.plan(group.sessions(), span.from(), span.through(), members.of(group.id()), time.now());
        var next = group.run().nextChange(day, time.today());
        due.at(
                KIND,
                group.id(),
                time.at(group.growsAfter(day).filter(next::isAfter).orElse(next), AT_NIGHT));
    }

    /** There are more places from a day on, and that is told then. */
    void lookOn(Group group, LocalDate day) {
        due.sooner(KIND, Map.of(group.id(), time.at(day, AT_NIGHT)));
    }
}
