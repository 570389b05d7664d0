package org.stepwell.scheduling.group;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** A patient's place in a group, from a day on; the place is free again after the last day. */
@Entity
class Membership {

    @EmbeddedId
    private MembershipId id;

    @Version
    private int version;

    private GroupId group;
    private PatientId patient;
    private EpisodeId episode;
    private LocalDate fromDay;
    private @Nullable LocalDate lastDay;
    private boolean withEpisode;

    @Enumerated(EnumType.STRING)
    private Status status;

    @SuppressWarnings("NullAway.Init")
    Membership() {}

    Membership(MembershipId id, GroupId group, PatientId patient, EpisodeId episode, LocalDate fromDay) {
        this.id = id;
        this.group = group;
        this.patient = patient;
        this.episode = episode;
        this.fromDay = fromDay;
        status = Status.MEMBER;
    }

    @Schema(name = "MembershipStatus")
    enum Status {
        MEMBER,
        LEAVING,
        LEFT;

        Set<Status> next() {
            return switch (this) {
                case MEMBER -> EnumSet.of(LEAVING);
                case LEAVING -> EnumSet.of(LEAVING, LEFT);
                case LEFT -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** The member leaves after a day; an earlier last day that was said before stays. */
    void leave(LocalDate day) {
        become(Status.LEAVING);
        if (lastDay == null || day.isBefore(lastDay)) {
            lastDay = day;
            withEpisode = false;
        }
    }

    /** The member leaves on the last day of their episode, also where another day was said of it before; an earlier one of the group's stays. */
    void leaveWithEpisode(LocalDate day) {
        become(Status.LEAVING);
        if (lastDay == null || withEpisode || day.isBefore(lastDay)) {
            lastDay = day;
            withEpisode = true;
        }
    }

    /** Refuses to move the last day to a later one. */
    void requireNoLater(LocalDate day) {
        if (lastDay != null && day.isAfter(lastDay)) {
            throw new Refusal(
                    GroupRule.LEAVES_NO_LATER,
                    "Patient %s leaves after %s. Say that day or an earlier one.".formatted(patient, lastDay));
        }
    }

    /** The last day is over, and the place is free. */
    void left() {
        become(Status.LEFT);
    }

    boolean isLeaving() {
        return status == Status.LEAVING;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(GroupRule.NOT_A_MEMBER, "Patient %s is %s.".formatted(patient, status));
        }
        status = next;
    }

    MembershipId id() {
        return id;
    }

    GroupId group() {
        return group;
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    Status status() {
        return status;
    }
}
