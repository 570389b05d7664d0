package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.session.Venue;

/** How a group meets: where, with how many, on which days of its hours, and about what. */
@Embeddable
class Gathering {

    private int capacity;
    private @Nullable LocalDate growsOn;
    private @Nullable Integer capacityBefore;
    private int fewest;
    private @Nullable RoomId room;
    private @Nullable String meetingLink;
    private @Nullable String repeats;

    @Embedded
    private Curriculum curriculum = new Curriculum();

    Gathering() {}

    Gathering(GroupPlan plan) {
        capacity = plan.capacity();
        become(plan, plan.startsOn(), plan.startsOn());
    }

    void become(GroupPlan plan, LocalDate from, LocalDate today) {
        holds(plan.capacity(), from, today);
        fewest = plan.fewest();
        room = plan.venue().room();
        meetingLink = plan.venue().sealedLink();
        repeats = rule(plan);
        if (!curriculum.units().equals(plan.units())) {
            curriculum = new Curriculum(plan.units(), from);
        }
    }

    /** More places there are from the day on that they are said for; fewer at once, so that nobody takes one that is to go. */
    private void holds(int places, LocalDate from, LocalDate today) {
        if (growsOn != null && growsOn.isAfter(today) && places == capacity && !from.isBefore(growsOn)) {
            return; // as it was said to become
        }
        int before = placesOn(today);
        boolean grows = places > before && from.isAfter(today);
        growsOn = grows ? from : null;
        capacityBefore = grows ? (Integer) before : null;
        capacity = places;
    }

    /** With how many it meets on a day. */
    int placesOn(LocalDate day) {
        return growsOn != null && capacityBefore != null && day.isBefore(growsOn) ? capacityBefore : capacity;
    }

    /** The day from which on there are more places, where that is still to come. */
    Optional<LocalDate> growsAfter(LocalDate today) {
        return Optional.ofNullable(growsOn).filter(day -> day.isAfter(today));
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
