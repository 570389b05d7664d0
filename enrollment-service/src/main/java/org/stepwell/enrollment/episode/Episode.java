package org.stepwell.enrollment.episode;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.enrollment.EnrollmentFact.TargetEndMoved;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.enrollment.program.Program;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.problem.Refusal;

/** One stay of a patient in a program, from waiting to discharge. */
@Entity
class Episode {

    @EmbeddedId
    private EpisodeId id;

    @Version
    private int version;

    private PatientId patient;
    private ProgramId program;
    private String track;

    @Enumerated(EnumType.STRING)
    private EpisodeStatus status;

    @AttributeOverride(name = "value", column = @Column(name = "previous_id"))
    private @Nullable EpisodeId previous;

    @Enumerated(EnumType.STRING)
    private WaitingPriority priority;

    private Instant waitingSince;

    @Enumerated(EnumType.STRING)
    private @Nullable WithdrawalReason withdrawalReason;

    @Embedded
    private @Nullable NeverCame neverCame;

    private @Nullable Placement placement;

    @Embedded
    private Stay stay = new Stay();

    @Embedded
    private CareTeam careTeam = new CareTeam();

    @Embedded
    private @Nullable Leaving leaving; // null is read where nothing of it is said

    @SuppressWarnings("NullAway.Init")
    protected Episode() {}

    Episode(
            EpisodeId id,
            PatientId patient,
            @Nullable EpisodeId previous,
            ProgramId program,
            String track,
            WaitingPriority priority,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.previous = previous;
        this.program = program;
        this.track = track;
        this.priority = priority;
        this.status = EpisodeStatus.WAITING;
        this.waitingSince = now;
    }

    /**
     * Begins the treatment.
     *
     * @param today on the clinic's calendar
     */
    EpisodeAdmitted admit(LocalDate from, Program offered, Readiness readiness, LocalDate today, Instant now) {
        Stay.mustBeginNear(from, today);
        readiness.mustBeGivenFor(offered, from);
        status = status.to(EpisodeStatus.ADMITTED);
        var end = stay.begin(from, offered);
        return new EpisodeAdmitted(patient, id, previous, program, track, from, end, offered.weeklyMinutes(from), now);
    }

    /**
     * The whole team, from now on. It may change after discharge too, because aftercare goes on with it.
     *
     * @param isBack whether the patient is in a later episode, whose team counts
     */
    CareTeamChanged treatedBy(Map<StaffId, Role> members, boolean isBack, Instant now) {
        if (isBack || status == EpisodeStatus.WITHDRAWN) {
            throw new Refusal(
                    EpisodeRule.TEAM_OF_AN_EARLIER_EPISODE,
                    "This one is %s; name the team of the patient's open episode.".formatted(status));
        }
        careTeam.become(members);
        return careTeam.said(patient, id, now);
    }

    /** Nobody treats the patient any more. */
    CareTeamChanged careEnds(Instant now) {
        careTeam.end(now);
        return careTeam.said(patient, id, now);
    }

    /** Whether aftercare goes on. */
    boolean isFollowed() {
        return status == EpisodeStatus.DISCHARGED && !careTeam.hasEnded();
    }

    /** Whether somebody is in who sits nowhere yet. */
    boolean awaitsPlacement() {
        return status.isIn()
                && placement == null
                && openHold().isEmpty()
                && leaving().ending() == null;
    }

    void placed(PlacementAnswered answer) {
        placement = new Placement(answer.outcome(), answer.missingMinutes(), answer.missingDays());
    }

    /**
     * The patient is away for a while; nobody expects them. A discharge that was planned stays so.
     *
     * @param today on the clinic's calendar
     */
    EpisodeHeld hold(Hold hold, LocalDate today, Instant now) {
        status.mustBeIn();
        var away = stay.hold(hold, today);
        if (status == EpisodeStatus.ADMITTED) {
            status = status.to(EpisodeStatus.ON_HOLD);
        }
        return away.said(patient, id, now);
    }

    /** How long they are away is said anew. */
    EpisodeHeld staysAway(Hold.Length length, LocalDate today, Instant now) {
        status.mustBeIn();
        return stay.takes(length, today).said(patient, id, now);
    }

    /** The patient comes back, and is meant to stay as much longer as they were away. */
    EpisodeResumed resume(LocalDate firstDayBack, LocalDate today, Instant now) {
        status.mustBeIn();
        var away = stay.resume(firstDayBack, today);
        if (status == EpisodeStatus.ON_HOLD) {
            status = status.to(EpisodeStatus.ADMITTED);
        }
        if (!away.keptSeatsFor(firstDayBack)) {
            placement = null;
        }
        return new EpisodeResumed(patient, id, firstDayBack, stay.meantToEnd(), now);
    }

    /** The same program at other hours, from a day on. */
    TrackChanged changeTrack(TrackChange change, Program offered, LocalDate today, Instant now) {
        status.mustBeIn();
        stay.mustAllow(change, track, offered, today);
        track = change.to();
        placement = null;
        return new TrackChanged(patient, id, track, change.from(), now);
    }

    /** The treatment goes on beyond the day it was meant to end. */
    TargetEndMoved goesOn(LocalDate until, LocalDate today, Instant now) {
        status.mustBeIn();
        stay.goesOn(until, today);
        return new TargetEndMoved(patient, id, until, now);
    }

    /**
     * The day from which on somebody looks whether it ends: the one it is meant to end on, or the one after the planned one. Whoever
     * is away is looked at when they are back.
     */
    Optional<LocalDate> lookedAtFrom() {
        return switch (status) {
            case ADMITTED -> Optional.of(stay.meantToEnd());
            case DISCHARGE_PLANNED -> leaving().dayAfterPlanned();
            case WAITING, ON_HOLD, DISCHARGED, WITHDRAWN -> Optional.empty();
        };
    }

    /** The time in which the patient is away, while they are. */
    Optional<Hold> openHold() {
        return status.isIn() ? stay.holds().open() : Optional.empty();
    }

    void readyForStepDown(@Nullable Instant at) {
        leaving = leaving().readyAt(at);
    }

    void summarySigned(Instant at) {
        leaving = leaving().summarySigned(at);
    }

    DischargePlanned planDischarge(DischargePlan plan, LocalDate today, Instant now) {
        mustEndOn(plan.targetDate(), today);
        status = status.to(EpisodeStatus.DISCHARGE_PLANNED);
        return leavesBy(plan, now);
    }

    /** It is planned otherwise, such as for another day. */
    DischargePlanned planDischargeAnew(DischargePlan plan, LocalDate today, Instant now) {
        status.mustBeLeaving();
        mustEndOn(plan.targetDate(), today);
        return leavesBy(plan, now);
    }

    private void mustEndOn(LocalDate day, LocalDate today) {
        Ending.notBefore(stay.start(), day, "/targetDate");
        stay.mustEndNear(day, today);
    }

    private DischargePlanned leavesBy(DischargePlan plan, Instant now) {
        leaving = leaving().planned(plan);
        return plan.said(patient, id, now);
    }

    DischargePlanCancelled cancelDischargePlan(Instant now) {
        status.mustBeLeaving();
        status = status.to(stay.holds().isOpen() ? EpisodeStatus.ON_HOLD : EpisodeStatus.ADMITTED);
        leaving = leaving().planned(null);
        return new DischargePlanCancelled(patient, id, now);
    }

    /**
     * Ends the treatment.
     *
     * @param nextStepAccepted whether somebody accepted a next step on or after the last day
     * @param flags what stands about the patient in any service
     * @param today on the clinic's calendar
     */
    EpisodeDischarged discharge(
            Ending end, boolean nextStepAccepted, List<StandingFlag> flags, LocalDate today, Instant now) {
        status.mustBeIn();
        end.mustBePossible(stay.start(), nextStepAccepted, today);
        if (end.canBeAsked()) {
            Readiness.mustBeFreeOf(flags);
        }
        status = status.to(EpisodeStatus.DISCHARGED);
        leaving = leaving().ended(end);
        return end.said(patient, id, now);
    }

    /**
     * It ended otherwise than was said.
     *
     * @param nextStart the first day of the patient's next episode, where there is one
     */
    DischargeCorrected correctDischarge(
            Ending end, boolean nextStepAccepted, @Nullable LocalDate nextStart, LocalDate today, Instant now) {
        var before = leaving().endingIn(status);
        end.mustBePossible(stay.start(), nextStepAccepted, today);
        end.mustBeOverBy(nextStart);
        leaving = leaving().ended(end);
        if (before.isDeath() && !end.isDeath()) {
            careTeam.goesOn();
        }
        return end.saidAnew(patient, id, now);
    }

    /** Comes earlier or later among those who wait. */
    void comesBefore(WaitingPriority other) {
        status.mustBeWaiting();
        priority = other;
    }

    WaitingFor waitingFor() {
        return new WaitingFor(patient, program, track);
    }

    /** The patient does not wait any more, and does not come. */
    void withdraw(WithdrawalReason reason) {
        status.mustBeWaiting();
        comesNoMore(reason);
    }

    /**
     * The patient was admitted and never came: nothing of a stay is left, but when they were expected.
     *
     * @param awaitedUntil the last day on which they were expected
     * @param lastVisit the last day on which they were here, as far as anybody knows
     * @param today on the clinic's calendar
     */
    EpisodeDischarged neverCame(
            LocalDate awaitedUntil,
            WithdrawalReason because,
            Optional<LocalDate> lastVisit,
            LocalDate today,
            Instant now) {
        status.mustBeIn();
        NeverCame.mustBeTrue(lastVisit);
        var never = stay.neverBegan(awaitedUntil, today);
        neverCame = never;
        comesNoMore(because);
        return never.said(patient, id, now);
    }

    private void comesNoMore(WithdrawalReason reason) {
        status = status.to(EpisodeStatus.WITHDRAWN);
        withdrawalReason = reason;
    }

    /** The team, said once more, because what came after this episode came to nothing. */
    CareTeamChanged team(Instant now) {
        return careTeam.said(patient, id, now);
    }

    List<CareTeamChanged.Member> members() {
        return careTeam.members();
    }

    /** Who answers for the treatment; nobody once care has ended. */
    @Nullable
    StaffId primaryClinician() {
        return careTeam.primaryClinician();
    }

    /** How a last placement went. */
    @Nullable
    Placement placement() {
        return placement;
    }

    EpisodeId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    ProgramId program() {
        return program;
    }

    EpisodeStatus status() {
        return status;
    }

    @Nullable
    EpisodeId previous() {
        return previous;
    }

    String track() {
        return track;
    }

    WaitingPriority priority() {
        return priority;
    }

    Instant waitingSince() {
        return waitingSince;
    }

    /** Why the patient does not come, where they came to nobody. */
    @Nullable
    WithdrawalReason withdrawalReason() {
        return withdrawalReason;
    }

    /** When they were expected, where they were admitted and never came. */
    @Nullable
    NeverCame neverCame() {
        return neverCame;
    }

    Stay stay() {
        return stay;
    }

    Leaving leaving() {
        return leaving == null ? Leaving.NOT_YET : leaving;
    }
}
