package org.stepwell.scheduling.session;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.problem.Refusal;

/** One meeting of a group, or a visit: a session of no group, for one patient alone. */
@Entity
@SuppressWarnings("UnusedVariable") // room, capacity, reason and what is its own are kept here and read in SQL
class Session {

    @EmbeddedId
    private SessionId id;

    @Version
    private int version;

    private @Nullable GroupId group;
    private @Nullable RoomId room;
    private @Nullable String meetingLink;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    private boolean inGroup;
    private LocalDate day;
    private Instant startsAt;
    private Instant endsAt;
    private int capacity;
    private int fewest;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private @Nullable CancellationReason cancelledFor;

    private @Nullable LocalDate standsFor;
    private boolean ownLeaders;

    @ElementCollection
    @CollectionTable(name = "session_facilitator", joinColumns = @JoinColumn(name = "session_id"))
    private Set<Facilitation> facilitators = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    Session() {}

    Session(SessionId id, SessionPlan plan, SessionPlan.Occurrence when) {
        this(id, when, plan.facilitators());
        group = plan.group();
        room = plan.venue().room();
        meetingLink = plan.venue().sealedLink();
        modality = plan.modality();
        inGroup = SessionPlan.inGroup(modality);
        capacity = plan.capacity();
        fewest = plan.fewest();
    }

    Session(SessionId id, VisitPlan plan, SessionPlan.Occurrence when) {
        this(id, when, List.of(plan.clinician()));
        room = plan.room();
        modality = plan.modality();
        capacity = 1;
    }

    @SuppressWarnings("NullAway.Init")
    private Session(SessionId id, SessionPlan.Occurrence when, List<StaffId> leaders) {
        this.id = id;
        day = when.day();
        startsAt = when.startsAt();
        endsAt = when.endsAt();
        status = Status.SCHEDULED;
        leaders.forEach(staff -> facilitators.add(new Facilitation(staff, startsAt, endsAt, true)));
    }

    @Schema(name = "SessionStatus")
    enum Status {
        SCHEDULED,
        CANCELLED,
        CLOSED;

        Set<Status> next() {
            return switch (this) {
                case SCHEDULED -> EnumSet.of(CANCELLED, CLOSED);
                case CANCELLED, CLOSED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    SessionChanged cancel(CancellationReason reason, Instant now) {
        become(Status.CANCELLED);
        cancelledFor = reason;
        facilitators = facilitators.stream().map(Facilitation::givenBack).collect(Collectors.toSet());
        return told(now);
    }

    /** Others lead it. */
    SessionChanged ledBy(Collection<StaffId> others, Instant now) {
        if (status != Status.SCHEDULED) {
            throw new Refusal(SessionRule.SESSION_IS_OVER, "Session %s is %s.".formatted(id, status));
        }
        ownLeaders = true;
        facilitators = others.stream()
                .map(staff -> new Facilitation(staff, startsAt, endsAt, true))
                .collect(Collectors.toSet());
        return told(now);
    }

    SessionChanged close(Instant now) {
        become(Status.CLOSED);
        return told(now);
    }

    SessionChanged told(Instant now) {
        return new SessionChanged(
                id,
                group,
                modality,
                day,
                startsAt,
                endsAt,
                leaders(),
                SessionChanged.Status.valueOf(status.name()),
                now);
    }

    /** What other features may know of it. */
    HeldSession held() {
        return new HeldSession(
                id,
                group,
                modality,
                inGroup,
                day,
                startsAt,
                endsAt,
                leaders(),
                status == Status.SCHEDULED,
                meetingLink);
    }

    SessionId id() {
        return id;
    }

    Status status() {
        return status;
    }

    private List<StaffId> leaders() {
        return facilitators.stream()
                .map(Facilitation::staff)
                .sorted(Comparator.comparing(StaffId::value))
                .toList();
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(
                    SessionRule.SESSION_IS_OVER,
                    "Session %s is %s and does not become %s.".formatted(id, status, next));
        }
        status = next;
    }
}
