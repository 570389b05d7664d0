package org.stepwell.enrollment.episode;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Member;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Who treats the patient of an episode, one of them first; nobody once care has ended. */
@Embeddable
class CareTeam {

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "episode_care_team", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "staff_id")
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Map<UUID, Role> members = new LinkedHashMap<>();

    private @Nullable Instant careEndedAt;

    protected CareTeam() {}

    void become(Map<StaffId, Role> named) {
        if (named.values().stream().filter(Role.PRIMARY_CLINICIAN::equals).count() != 1) {
            throw new Refusal(
                    EpisodeRule.PRIMARY_CLINICIAN_REQUIRED,
                    "Name exactly one PRIMARY_CLINICIAN.",
                    List.of(new FieldError("/careTeam", "one PRIMARY_CLINICIAN, and any number of others")));
        }
        members.clear();
        named.forEach((staff, role) -> members.put(staff.value(), role));
    }

    void end(Instant now) {
        careEndedAt = now;
        members.clear();
    }

    boolean hasEnded() {
        return careEndedAt != null;
    }

    /** Nobody who lives is left without aftercare. */
    void goesOn() {
        careEndedAt = null;
    }

    CareTeamChanged said(PatientId patient, EpisodeId episode, Instant now) {
        return new CareTeamChanged(patient, episode, members(), now);
    }

    List<Member> members() {
        return members.entrySet().stream()
                .map(member -> new Member(new StaffId(member.getKey()), member.getValue()))
                .toList();
    }

    @Nullable
    StaffId primaryClinician() {
        return members().stream()
                .filter(member -> member.role() == Role.PRIMARY_CLINICIAN)
                .map(Member::staff)
                .findFirst()
                .orElse(null);
    }
}
