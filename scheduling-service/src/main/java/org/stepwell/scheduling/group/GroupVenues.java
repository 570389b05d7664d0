package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Rooms;
import org.stepwell.scheduling.session.Venue;
import org.stepwell.scheduling.telehealth.MeetingLinks;

/** Where groups meet: in a room that seats everybody, or by a link, which is sealed at once. */
@Singleton
class GroupVenues {

    /** With a host, and without a name and password in front of it. */
    static final String LINK = "https://[^\\s/?#@\\\\]+([/?#]\\S*)?";

    private final Rooms rooms;
    private final MeetingLinks links;

    GroupVenues(Rooms rooms, MeetingLinks links) {
        this.rooms = rooms;
        this.links = links;
    }

    /** One of the two; refuses both, and neither. */
    Venue of(GroupId group, @Nullable RoomId room, @Nullable String link) {
        if (room == null && link == null) {
            throw wrong("Say a room, or the link by which it meets.", "/room", "a room, or else a meetingLink");
        }
        if (room != null && link != null) {
            throw wrong("Leave one of them out.", "/meetingLink", "none, for a group that meets in a room");
        }
        return new Venue(room, link == null ? null : links.seal(group, link));
    }

    /** Refuses a room that is not there or is too small. */
    void mustSeatAll(GroupPlan plan) {
        var room = plan.venue().room();
        if (room != null) {
            rooms.hold(room, plan.capacity());
        }
    }

    @Nullable
    String linkOf(Group group) {
        var sealed = group.sealedLink();
        return sealed == null ? null : links.open(group.id(), sealed);
    }

    private static Refusal wrong(String advice, String field, String how) {
        return new Refusal(GroupRule.ROOM_OR_LINK, advice, List.of(new FieldError(field, how)));
    }
}
