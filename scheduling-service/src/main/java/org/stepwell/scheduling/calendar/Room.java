package org.stepwell.scheduling.calendar;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.platform.problem.Refusal;

/** A room at the clinic. */
@Entity
class Room {

    @EmbeddedId
    private RoomId id;

    @Version
    private int version;

    private String name;
    private int seats;

    @SuppressWarnings("NullAway.Init")
    Room() {}

    Room(RoomId id, String name, int seats) {
        this.id = id;
        this.name = name;
        this.seats = seats;
    }

    void hold(int people) {
        if (people > seats) {
            throw new Refusal(
                    CalendarRule.ROOM_TOO_SMALL,
                    "%s seats %d, not %d. Choose another room or a smaller capacity.".formatted(name, seats, people));
        }
    }

    RoomId id() {
        return id;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    int seats() {
        return seats;
    }
}
