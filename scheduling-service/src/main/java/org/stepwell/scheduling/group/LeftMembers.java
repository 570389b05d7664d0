package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;

/** Looks for members whose last day is over: their place is free. */
@Singleton
class LeftMembers implements DueDoor {

    static final String KIND = "membership-over";

    private final Memberships memberships;
    private final Groups groups;
    private final Members members;
    private final Places places;
    private final WaitingPatients waiting;
    private final Due due;
    private final ClinicTime time;

    LeftMembers(
            Memberships memberships,
            Groups groups,
            Members members,
            Places places,
            WaitingPatients waiting,
            Due due,
            ClinicTime time) {
        this.memberships = memberships;
        this.groups = groups;
        this.members = members;
        this.places = places;
        this.waiting = waiting;
        this.due = due;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var membership = memberships.findById(new MembershipId(subject));
        if (membership == null || !members.held(membership).isLeaving()) {
            return;
        }
        var lastDay = membership.lastDay();
        var over = lastDay == null ? null : time.startOf(lastDay.plusDays(1));
        if (over != null && over.isAfter(time.now())) {
            due.at(KIND, membership.id(), over); // the clinic's zone is another one since
            return;
        }
        membership.left();
        memberships.flush();
        members.freePlace(membership.group());
        var group = groups.of(membership.group());
        places.count(group.program(), group.track());
        waiting.enqueue(group.id());
    }
}
