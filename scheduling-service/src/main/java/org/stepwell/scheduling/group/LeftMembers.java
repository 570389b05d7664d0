package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.platform.time.DueDoor;

/** Looks for members whose last day is over: their place is free. */
@Singleton
class LeftMembers implements DueDoor {

    static final String KIND = "membership-over";

    private final Memberships memberships;
    private final Groups groups;
    private final Members members;
    private final Places places;

    LeftMembers(Memberships memberships, Groups groups, Members members, Places places) {
        this.memberships = memberships;
        this.groups = groups;
        this.members = members;
        this.places = places;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var membership = memberships.findById(new MembershipId(subject));
        if (membership == null || !membership.isLeaving()) {
            return;
        }
        membership.left();
        memberships.flush();
        members.freePlace(membership.group());
        var group = groups.of(membership.group());
        places.count(group.program(), group.track());
    }
}
