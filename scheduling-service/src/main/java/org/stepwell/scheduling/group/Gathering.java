package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.session.Venue;

/** How a group meets: where, with how many, on which days of its hours, and about what. */
@Embeddable
class Gathering {

    private int capacity;
    private int fewest;
    private @Nullable RoomId room;
    private @Nullable String meetingLink;
    private @Nullable String repeats;

    @Embedded
    private Curriculum curriculum = new Curriculum();

    Gathering() {}

    Gathering(GroupPlan plan) {
        become(plan, plan.startsOn());
    }

    void become(GroupPlan plan, LocalDate from) {
        capacity = plan.capacity();
        fewest = plan.fewest();
        room = plan.venue().room();
        meetingLink = plan.venue().sealedLink();
        repeats = rule(plan);
        if (!curriculum.units().equals(plan.units())) {
            curriculum = new Curriculum(plan.units(), from);
        }
    }

    /** Whether it is on the same days of its hours. */
    boolean repeatsAs(GroupPlan plan) {
        return Objects.equals(repeats, rule(plan));
    }

    private static @Nullable String rule(GroupPlan plan) {
        @Nullable Recurrence rule = plan.repeats();
        return rule == null ? null : rule.rule();
    }

    int capacity() {
        return capacity;
    }

    int fewest() {
        return fewest;
    }

    Venue venue() {
        return new Venue(room, meetingLink);
    }

    /** None where it meets in each week. */
    @Nullable
    String repeats() {
        return repeats;
    }

    List<String> units() {
        return curriculum.units();
    }
}
