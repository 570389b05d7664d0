package org.stepwell.enrollment.episode;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.screening.HardStop;
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

    private Instant waitingSince;
    private @Nullable LocalDate start;
    private @Nullable LocalDate targetEnd;

    @Enumerated(EnumType.STRING)
    private PlacementAnswered.@Nullable Outcome placement;

    private @Nullable Integer placementMissingMinutes;
    private @Nullable Instant readyForStepDownAt;
    private @Nullable LocalDate plannedEnd;

    @Enumerated(EnumType.STRING)
    private @Nullable DischargeReason plannedReason;

    private @Nullable String plannedNextLevel;
    private @Nullable LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private @Nullable DischargeReason dischargeReason;

    @Enumerated(EnumType.STRING)
    private @Nullable DischargeWaiver dischargeWaiver;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "episode_care_team", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "staff_id")
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Map<UUID, Role> careTeam = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected Episode() {}

    Episode(
            EpisodeId id,
            PatientId patient,
            @Nullable EpisodeId previous,
            ProgramId program,
            String track,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.previous = previous;
        this.program = program;
        this.track = track;
        this.status = EpisodeStatus.WAITING;
        this.waitingSince = now;
    }

    /** What is known of the patient when somebody wants to admit them. */
    record Readiness(boolean consentedToTreatment, @Nullable Set<HardStop> openHardStops) {}

    EpisodeAdmitted admit(LocalDate from, Program offered, Readiness readiness, Instant now) {
        if (!readiness.consentedToTreatment()) {
            throw new Refusal(
                    EpisodeRule.TREATMENT_CONSENT_REQUIRED,
                    "No consent of kind TREATMENT is in force. Record it first, at the patient's consents.");
        }
        if (readiness.openHardStops() == null) {
            throw new Refusal(EpisodeRule.SCREENING_REQUIRED, "The patient was never screened.");
        }
        if (!readiness.openHardStops().isEmpty()) {
            throw new Refusal(
                    EpisodeRule.HARD_STOP_OPEN,
                    "Open: %s. A clinician clears it at the screening.".formatted(readiness.openHardStops()));
        }
        become(EpisodeStatus.ADMITTED);
        start = from;
        targetEnd = offered.targetEnd(from);
        return new EpisodeAdmitted(
                patient, id, previous, program, track, from, targetEnd, offered.weeklyMinutes(), now);
    }

    CareTeamChanged treatedBy(Map<StaffId, Role> members, Instant now) {
        if (status.next().isEmpty()) {
            throw new Refusal(
                    EpisodeRule.EPISODE_IS_OVER,
                    "It is %s; the team of the patient's open episode counts.".formatted(status));
        }
        if (members.values().stream().filter(Role.PRIMARY_CLINICIAN::equals).count() != 1) {
            throw new Refusal(EpisodeRule.PRIMARY_CLINICIAN_REQUIRED, "Name exactly one PRIMARY_CLINICIAN.");
        }
        careTeam.clear();
        members.forEach((staff, role) -> careTeam.put(staff.value(), role));
        return new CareTeamChanged(patient, id, members(), now);
    }

    void placed(PlacementAnswered answer) {
        placement = answer.outcome();
        placementMissingMinutes = answer.missingMinutes();
    }

    void readyForStepDown(Instant at) {
        readyForStepDownAt = at;
    }

    DischargePlanned planDischarge(LocalDate target, DischargeReason reason, @Nullable String nextLevel, Instant now) {
        notBeforeStart(target);
        become(EpisodeStatus.DISCHARGE_PLANNED);
        plannedEnd = target;
        plannedReason = reason;
        plannedNextLevel = nextLevel;
        return new DischargePlanned(patient, id, target, reason, nextLevel, now);
    }

    DischargePlanCancelled cancelDischargePlan(Instant now) {
        if (status != EpisodeStatus.DISCHARGE_PLANNED) {
            throw new Refusal(
                    EpisodeRule.EPISODE_GOES_FORWARD, "No discharge is planned (it is %s).".formatted(status));
        }
        become(EpisodeStatus.ADMITTED);
        plannedEnd = null;
        plannedReason = null;
        plannedNextLevel = null;
        return new DischargePlanCancelled(patient, id, now);
    }

    EpisodeDischarged discharge(
            LocalDate last,
            DischargeReason reason,
            @Nullable DischargeWaiver waiver,
            boolean nextStepAccepted,
            Instant now) {
        notBeforeStart(last);
        if (waiver == null && !nextStepAccepted) {
            throw new Refusal(
                    EpisodeRule.ACCEPTED_NEXT_STEP_REQUIRED,
                    "Plan the discharge, let somebody accept a next step, or give a waiver.");
        }
        become(EpisodeStatus.DISCHARGED);
        lastDay = last;
        dischargeReason = reason;
        dischargeWaiver = waiver;
        return new EpisodeDischarged(patient, id, last, reason, waiver, now);
    }

    void withdraw() {
        become(EpisodeStatus.WITHDRAWN);
    }

    private void notBeforeStart(LocalDate day) {
        if (start != null && day.isBefore(start)) {
            throw new Refusal(EpisodeRule.LAST_DAY_BEFORE_START, "It started on %s.".formatted(start));
        }
    }

    private void become(EpisodeStatus next) {
        if (!status.next().contains(next)) {
            throw new Refusal(
                    EpisodeRule.EPISODE_GOES_FORWARD, "It is %s and can not become %s.".formatted(status, next));
        }
        status = next;
    }

    private List<CareTeamChanged.Member> members() {
        return careTeam.entrySet().stream()
                .map(member -> new CareTeamChanged.Member(new StaffId(member.getKey()), member.getValue()))
                .toList();
    }

    EpisodeView view() {
        return new EpisodeView(
                id,
                patient,
                previous,
                program,
                track,
                status,
                waitingSince,
                start,
                targetEnd,
                placement,
                placementMissingMinutes,
                readyForStepDownAt,
                plannedEnd,
                plannedReason,
                plannedNextLevel,
                lastDay,
                dischargeReason,
                dischargeWaiver);
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
}
