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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.session.SessionPlan;

/** A group of a program's track, which meets at the same hours each week. */
@Entity(name = "care_group")
class Group {

    @EmbeddedId
    private GroupId id;

    @Version
    private int version;

    private String name;
    private ProgramId program;
    private String track;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    @Embedded
    private Gathering gathering = new Gathering();

    @Column(insertable = false, updatable = false) // counted by the statement that gives or frees a place
    private int taken;

    @Embedded
    private Takes takes = new Takes();

    @Embedded
    private Run run = new Run();

    @Embedded
    private Timetable timetable = new Timetable();

    @Enumerated(EnumType.STRING)
    private Status status;

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
        gathering = new Gathering(plan);
        takes = plan.takes();
        run = new Run(plan.startsOn(), plan.endsOn(), today);
        status = Status.RUNNING;
        timetable = new Timetable(plan.slots(), plan.startsOn());
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
        run.endOn(lastDay);
        if (!lastDay.isAfter(today)) {
            become(Status.ENDED);
        }
    }

    /** Is another one from a day on: its name, places, room, leaders and hours. Before that day it was what it was. */
    void change(GroupPlan plan, LocalDate from, LocalDate today) {
        plan.require();
        if (plan.capacity() < taken) {
            throw new Refusal(
                    GroupRule.GROUP_KEEPS_ITS_MEMBERS,
                    "%d are members. Let some go first, or say as many places.".formatted(taken),
                    List.of(new FieldError("/capacity", "at least " + taken)));
        }
        become(plan, from, today);
    }

    /** Refuses to change what was, what is over, and what nobody can know yet. */
    void requireChangeableFrom(LocalDate from, LocalDate today) {
        requireRunning();
        run.requireChangeableFrom(from, today);
    }

    private void become(GroupPlan plan, LocalDate from, LocalDate today) {
        name = plan.name();
        boolean anew = !timetable.isAlready(plan.slots(), from) || !gathering.repeatsAs(plan);
        gathering.become(plan, from, run.startsOn().isAfter(today) ? run.startsOn() : today);
        takes = plan.takes();
        facilitators.clear();
        plan.facilitators().forEach(staff -> facilitators.add(new Leader(staff)));
        if (anew) {
            timetable.become(plan.slots(), from);
        }
    }

    /** By which it meets, sealed; none where it meets in a room. */
    @Nullable
    String sealedLink() {
        return gathering.venue().sealedLink();
    }

    /** The day from which on it has more places, where that is still to come. */
    Optional<LocalDate> growsAfter(LocalDate today) {
        return gathering.growsAfter(today);
    }

    /** Its days. */
    Run run() {
        return run;
    }

    /** The last day, where it is over by a day and the group still runs. */
    Optional<LocalDate> overBy(LocalDate day) {
        return running() ? run.overBy(day) : Optional.empty();
    }

    /** Whether it met on a day at the hours it has now. */
    boolean hadTheseHoursOn(LocalDate day) {
        return !timetable.since().isAfter(day);
    }

    boolean running() {
        return status == Status.RUNNING;
    }

    void requireRunning() {
        if (!running()) {
            throw new Refusal(GroupRule.GROUP_ENDED, "%s ended on %s.".formatted(name, run.endsOn()));
        }
    }

    SessionPlan sessions() {
        @Nullable String repeats = gathering.repeats();
        return new SessionPlan(
                id,
                gathering.venue(),
                modality,
                gathering.capacity(),
                gathering.fewest(),
                facilitators(),
                slots(),
                repeats == null ? null : new Recurrence(repeats, run.startsOn()));
    }

    /** The hours that go on. */
    List<Slot> slots() {
        return timetable.newest();
    }

    /** All hours, with the days on which they hold. */
    List<DatedSlot> hours() {
        return timetable.all();
    }

    List<StaffId> facilitators() {
        return facilitators.stream()
                .map(Leader::staff)
                .sorted(Comparator.comparing(StaffId::value))
                .toList();
    }

    GroupView view(LocalDate today) {
        @Nullable String repeats = gathering.repeats();
        var before = timetable.before(today);
        return new GroupView(
                id,
                name,
                program,
                track,
                modality,
                gathering.capacity(),
                taken,
                gathering.fewest(),
                gathering.venue().room(),
                sealedLink() != null,
                facilitators(),
                GroupView.Hours.of(slots()),
                before.isEmpty() ? null : timetable.since(),
                GroupView.Until.of(before),
                repeats,
                repeats == null ? slots().stream().mapToInt(Slot::minutes).sum() : 0,
                gathering.units(),
                run.startsOn(),
                run.endsOn(),
                takes.view(),
                status);
    }

    /** Whether it is of the program and the track that somebody is in. */
    boolean isOf(Episode episode) {
        return program.equals(episode.program()) && track.equals(episode.track());
    }

    /** Whether all the places that it has on a day are taken. */
    boolean isFull(LocalDate day) {
        return taken >= gathering.placesOn(day);
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
            throw new Refusal(GroupRule.GROUP_ENDED, "%s ended on %s.".formatted(name, run.endsOn()));
        }
        status = next;
    }
}
