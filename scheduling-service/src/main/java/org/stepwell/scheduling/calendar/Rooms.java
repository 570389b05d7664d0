package org.stepwell.scheduling.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.List;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The rooms of a clinic. */
@Singleton
public class Rooms implements PanacheRepositoryBase<Room, RoomId> {

    private static final int LOOKED_AT = 50;

    Room of(RoomId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Room> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Some rooms to meet somebody alone in, the smallest first; of a clinic with very many, not all. */
    public List<RoomId> smallest() {
        return find("order by id.value").page(0, LOOKED_AT).stream()
                .sorted(Comparator.comparingInt(Room::seats))
                .map(Room::id)
                .toList();
    }

    /** Refuses a room that is not there or does not seat so many. */
    public void hold(RoomId id, int people) {
        findByIdOptional(id)
                .orElseThrow(() -> new Refusal(HttpRule.REFERENCE_UNKNOWN, "There is no such room (%s).".formatted(id)))
                .hold(people);
    }
}
