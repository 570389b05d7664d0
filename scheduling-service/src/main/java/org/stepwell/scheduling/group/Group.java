package org.stepwell.scheduling.group;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.session.SessionPlan;
import org.stepwell.scheduling.session.Venue;

/** A group of a program's track, which meets at the same hours each week. */
@Entity(name = "care_group")
class Group {

    private static final int DAYS_IN_WEEK = 7;

    /** Until the day of a change the sessions are made at once. */
    private static final int CHANGES_AHEAD_MAX = 90;

    @EmbeddedId
    private GroupId id;

    @Version
    private int version;

    private String name;
    private ProgramId program;
    private String track;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    private int capacity;

    @Column(insertable = false, updatable = false) // counted by the statement that gives or frees a place
    private int taken;

    private int fewest;
    private @Nullable RoomId room;
    private @Nullable String meetingLink;
    private LocalDate startsOn;
    private @Nullable String repeats;

    @Embedded
    private Curriculum curriculum = new Curriculum();

    @Embedded
    private Takes takes = new Takes();

    private @Nullable LocalDate endsOn;
    private LocalDate plannedThrough;

    @SuppressWarnings("UnusedVariable") // read by whoever moves sessions, in SQL
    private @Nullable LocalDate hoursSince;

    @Enumerated(EnumType.STRING)
    private Status status;

    @ElementCollection
    @CollectionTable(name = "group_slot", joinColumns = @JoinColumn(name = "group_id"))
    private Set<Slot> slots = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "group_facilitator", joinColumns = @JoinColumn(name = "group_id"))
    private Set<Leader> facilitators = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    Group() {}

    Group(GroupId id, GroupPlan plan, LocalDate today) {
        plan.require();
        this.id = id;
        name = plan.name();
        program = plan.program();
        track = plan.track();
        modality = plan.modality();
        capacity = plan.capacity();
        fewest = plan.fewest();
        meetAt(plan.venue());
        repeats = rule(plan);
        curriculum = new Curriculum(plan.units(), plan.startsOn());
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        takes = plan.takes();
        plannedThrough = (startsOn.isAfter(today) ? startsOn : today).minusDays(1);
        status = Status.RUNNING;
        slots.addAll(plan.slots());
        plan.facilitators().forEach(staff -> facilitators.add(new Leader(staff)));
    }

    @Schema(name = "GroupStatus")
    enum Status {
        RUNNING,
        ENDED;

        Set<Status> next() {
            return switch (this) {
                case RUNNING -> EnumSet.of(ENDED);
                case ENDED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Ends after a last day: now where that is today or over, and else as soon as it is. */
    void end(LocalDate lastDay, LocalDate today) {
        requireRunning();
        GroupPlan.requireEndAfterStart(startsOn, lastDay);
        if (endsOn != null && lastDay.isAfter(endsOn)) {
            throw new Refusal(
                    GroupRule.GROUP_ENDS_NO_LATER,
                    "%s ends on %s. Say that day or an earlier one.".formatted(name, endsOn));
        }
        endsOn = lastDay;
        if (!lastDay.isAfter(today)) {
            become(Status.ENDED);
        }
    }

    /** Is another one from a day on: its name, places, room, leaders and hours. Before that day it was what it was. */
    void change(GroupPlan plan, LocalDate from) {
        plan.require();
        if (plan.capacity() < taken) {
            throw new Refusal(
                    GroupRule.GROUP_KEEPS_ITS_MEMBERS,
                    "%d are members. Let some go first, or say as many places.".formatted(taken),
                    List.of(new FieldError("/capacity", "at least " + taken)));
        }
        become(plan, from);
    }

    /** Refuses to change what was, what is over, and what nobody can know yet. */
    void requireChangeableFrom(LocalDate from, LocalDate today) {
        requireRunning();
        var horizon = today.plusDays(CHANGES_AHEAD_MAX);
        if (from.isBefore(today)
                || from.isBefore(startsOn)
                || from.isAfter(horizon)
                || (endsOn != null && from.isAfter(endsOn))) {
            throw new Refusal(
                    GroupRule.CHANGES_WHILE_IT_RUNS,
                    "%s runs from %s. Say today or a later day of it, until %s.".formatted(name, startsOn, horizon),
                    List.of(new FieldError("/from", "from %s to %s, while the group runs".formatted(today, horizon))));
        }
    }

    private void become(GroupPlan plan, LocalDate from) {
        name = plan.name();
        capacity = plan.capacity();
        fewest = plan.fewest();
        meetAt(plan.venue());
        takes = plan.takes();
        if (!curriculum.units().equals(plan.units())) {
            curriculum = new Curriculum(plan.units(), from);
        }
        facilitators.clear();
        plan.facilitators().forEach(staff -> facilitators.add(new Leader(staff)));
        if (!slots.equals(Set.copyOf(plan.slots())) || !Objects.equals(repeats, rule(plan))) {
            hoursSince = from;
            repeats = rule(plan);
            slots.clear();
            slots.addAll(plan.slots());
        }
    }

    private void meetAt(Venue venue) {
        room = venue.room();
        meetingLink = venue.sealedLink();
    }

    /** By which it meets, sealed; none where it meets in a room. */
    @Nullable
    String sealedLink() {
        return meetingLink;
    }

    private static @Nullable String rule(GroupPlan plan) {
        return plan.repeats() == null ? null : plan.repeats().rule();
    }

    /** The last day for which there are sessions. */
    LocalDate plannedThrough() {
        return plannedThrough;
    }

    /** The days up to a horizon that have no sessions yet; from now on they have. */
    Span planThrough(LocalDate horizon) {
        var first = plannedThrough.plusDays(1);
        var last = endsOn != null && endsOn.isBefore(horizon) ? endsOn : horizon;
        if (!last.isAfter(plannedThrough)) {
            return new Span(first, plannedThrough);
        }
        plannedThrough = last;
        return new Span(first, last);
    }

    /** Days from one to another, both included; none where the second is before the first. */
    record Span(LocalDate from, LocalDate through) {}

    /** The last day, where it is over by a day and the group still runs. */
    Optional<LocalDate> overBy(LocalDate day) {
        return running() ? Optional.ofNullable(endsOn).filter(day::isAfter) : Optional.empty();
    }

    /**
     * The day after another on which something about the group changes by itself: a week later its sessions go on;
     * five days before its last day it has no whole week to give any more; after the last day it ends.
     */
    LocalDate nextChange(LocalDate day) {
        var inAWeek = day.plusDays(DAYS_IN_WEEK);
        return endsOn == null
                ? inAWeek
                : Stream.of(inAWeek, endsOn.minusDays(DAYS_IN_WEEK - 2), endsOn.plusDays(1))
                        .filter(day::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(inAWeek);
    }

    boolean running() {
        return status == Status.RUNNING;
    }

    void requireRunning() {
        if (!running()) {
            throw new Refusal(GroupRule.GROUP_ENDED, "%s ended on %s.".formatted(name, endsOn));
        }
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    SessionPlan sessions() {
        return new SessionPlan(
                id,
                new Venue(room, meetingLink),
                modality,
                capacity,
                fewest,
                facilitators(),
                slots(),
                repeats == null ? null : new Recurrence(repeats, startsOn));
    }

    List<Slot> slots() {
        return slots.stream()
                .sorted(Comparator.comparing(Slot::weekday).thenComparing(Slot::opensAt))
                .toList();
    }

    List<StaffId> facilitators() {
        return facilitators.stream()
                .map(Leader::staff)
                .sorted(Comparator.comparing(StaffId::value))
                .toList();
    }

    GroupView view() {
        return new GroupView(
                id,
                name,
                program,
                track,
                modality,
                capacity,
                taken,
                fewest,
                room,
                meetingLink != null,
                facilitators(),
                slots().stream().map(GroupView.Hours::of).toList(),
                repeats,
                repeats == null ? slots.stream().mapToInt(Slot::minutes).sum() : 0,
                curriculum.units(),
                startsOn,
                endsOn,
                takes.view(),
                status);
    }

    /** Whether it is of the program and the track that somebody is in. */
    boolean isOf(Episode episode) {
        return program.equals(episode.program()) && track.equals(episode.track());
    }

    /** Whether all its places are taken. */
    boolean isFull() {
        return taken >= capacity;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    GroupId id() {
        return id;
    }

    int version() {
        return version;
    }

    ProgramId program() {
        return program;
    }

    String track() {
        return track;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(GroupRule.GROUP_ENDED, "%s ended on %s.".formatted(name, endsOn));
        }
        status = next;
    }
}
