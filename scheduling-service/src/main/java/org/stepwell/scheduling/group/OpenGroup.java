package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.staff.StaffHours;
import org.stepwell.scheduling.staff.StaffMembers;

/** Opens a group in a room, or by a link, with people who lead it, with its first sessions. */
@Singleton
class OpenGroup {

    private final Groups groups;
    private final Programs programs;
    private final GroupVenues venues;
    private final StaffMembers staff;
    private final StaffHours staffHours;
    private final OpeningHours openingHours;
    private final SessionsAhead sessionsAhead;
    private final Places places;
    private final ClinicTime time;

    OpenGroup(
            Groups groups,
            Programs programs,
            GroupVenues venues,
            StaffMembers staff,
            StaffHours staffHours,
            OpeningHours openingHours,
            SessionsAhead sessionsAhead,
            Places places,
            ClinicTime time) {
        this.groups = groups;
        this.programs = programs;
        this.venues = venues;
        this.staff = staff;
        this.staffHours = staffHours;
        this.openingHours = openingHours;
        this.sessionsAhead = sessionsAhead;
        this.places = places;
        this.time = time;
    }

    Group open(GroupForm form) {
        programs.requireTrack(form.program(), form.track());
        var id = new GroupId(Uuid7.next());
        var plan = form.plan(
                programs.rulesOn(form.program(), form.startsOn()).groupSize(),
                venues.of(id, form.room(), form.meetingLink()));
        venues.mustSeatAll(plan);
        staff.requireActive(plan.facilitators());
        staffHours.requireWorking(plan.facilitators(), plan.slots());
        openingHours.requireOpen(plan.slots());
        var today = time.today();
        var group = new Group(id, plan, today);
        groups.requireFreeHours(plan, plan.startsOn(), null);
        groups.persistAndFlush(group);
        sessionsAhead.plan(group, plan.startsOn().isAfter(today) ? plan.startsOn() : today);
        places.count(plan.program(), plan.track());
        return group;
    }
}
