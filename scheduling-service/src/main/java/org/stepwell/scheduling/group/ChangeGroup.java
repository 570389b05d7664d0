package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import org.stepwell.scheduling.availability.ClashingSeats;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.session.ChangeSessions;
import org.stepwell.scheduling.session.MemberSeats;
import org.stepwell.scheduling.staff.StaffHours;
import org.stepwell.scheduling.staff.StaffMembers;

/** Changes a group from a day on, with all its sessions from then on. Until then it meets as before. */
@Singleton
class ChangeGroup {

    private final Groups groups;
    private final Members members;
    private final Programs programs;
    private final GroupVenues venues;
    private final StaffMembers staff;
    private final StaffHours staffHours;
    private final OpeningHours openingHours;
    private final SessionsAhead sessionsAhead;
    private final ChangeSessions changeSessions;
    private final ClashingSeats clashing;
    private final Places places;
    private final WaitingPatients waiting;
    private final ClinicTime time;

    ChangeGroup(
            Groups groups,
            Members members,
            Programs programs,
            GroupVenues venues,
            StaffMembers staff,
            StaffHours staffHours,
            OpeningHours openingHours,
            SessionsAhead sessionsAhead,
            ChangeSessions changeSessions,
            ClashingSeats clashing,
            Places places,
            WaitingPatients waiting,
            ClinicTime time) {
        this.groups = groups;
        this.members = members;
        this.programs = programs;
        this.venues = venues;
        this.staff = staff;
        this.staffHours = staffHours;
        this.openingHours = openingHours;
        this.sessionsAhead = sessionsAhead;
        this.changeSessions = changeSessions;
        this.clashing = clashing;
        this.places = places;
        this.waiting = waiting;
        this.time = time;
    }

    void change(Group group, GroupChangeForm form) {
        var from = form.from();
        group.requireChangeableFrom(from, time.today());
        var plan = form.plan(
                group.view(time.today()),
                programs.rulesOn(group.program(), from).groupSize(),
                venues.of(group.id(), form.room(), form.meetingLink()));
        venues.mustSeatAll(plan);
        staff.requireActive(plan.facilitators());
        staffHours.requireWorking(plan.facilitators(), plan.slots());
        openingHours.requireOpen(plan.slots());
        sessionsAhead.meetAsBefore(group, from.minusDays(1));
        group.change(plan, from, time.today());
        groups.requireFreeHours(plan, from, group.id());
        groups.flush();
        var now = time.now();
        var seated = members.of(group.id());
        changeSessions.change(
                group.sessions(), new ChangeSessions.Span(from, group.run().plannedThrough()), seated, now);
        clashing.changed(seated.stream().map(MemberSeats.Member::patient).toList(), now);
        group.growsAfter(time.today()).ifPresent(day -> sessionsAhead.lookOn(group, day));
        places.count(group.program(), group.track());
        waiting.enqueue(group.id());
    }
}
