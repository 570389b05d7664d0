package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Admission, and the team that treats the patient. */
@Path("episodes")
@Guard(Policy.INTAKE_ENROLLS)
class AdmissionResource {

    private final AdmitPatient admitPatient;
    private final Episodes episodes;
    private final CareTeams careTeams;
    private final Staff staff;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    AdmissionResource(
            AdmitPatient admitPatient,
            Episodes episodes,
            CareTeams careTeams,
            Staff staff,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.admitPatient = admitPatient;
        this.episodes = episodes;
        this.careTeams = careTeams;
        this.staff = staff;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "AdmissionForm")
    record Form(
            @Schema(examples = "2026-03-02", description = "the first day in the program") @NotNull
            LocalDate start,

            @Schema(
                    examples = "CLINICAL_NEED",
                    description = "where others come first and no place was offered: why they are passed over")
            @Nullable
            PassedOver passedOver,

            @NotEmpty @Size(max = 20) List<@Valid @NotNull MemberForm> careTeam) {}

    @Schema(name = "CareTeamForm")
    record TeamForm(@NotEmpty @Size(max = 20) List<@Valid @NotNull MemberForm> careTeam) {}

    @Schema(name = "CareTeamMemberForm")
    record MemberForm(
            @NotNull StaffId staff,
            @Schema(examples = "PRIMARY_CLINICIAN") @NotNull Role role) {}

    @POST
    @Path("{episode}/admission")
    @Transactional
    @Operation(summary = "Admit a patient to the track they wait for")
    public RestResponse<EpisodeView> admit(EpisodeId episode, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        admitPatient.admit(found, form.start(), form.passedOver(), team(form.careTeam()));
        return Answers.versioned(EpisodeView.of(found), found.version());
    }

    @PUT
    @Path("{episode}/care-team")
    @Transactional
    @Operation(summary = "Name the whole care team")
    public RestResponse<EpisodeView> treatedBy(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid TeamForm form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        IfMatch.require(version, found.version());
        var changed = found.treatedBy(team(form.careTeam()), episodes.isBack(found), clock.instant());
        careTeams.changed(changed);
        outbox.append(changed);
        episodes.flush();
        return Answers.versioned(EpisodeView.of(found), found.version());
    }

    /** Refuses whoever does not work here: a mistyped id would leave the patient without anybody who may read them. */
    private Map<StaffId, Role> team(List<MemberForm> members) {
        var active = staff.activeAmong(members.stream().map(MemberForm::staff).toList());
        var team = new LinkedHashMap<StaffId, Role>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (team.put(member.staff(), member.role()) != null) {
                throw new Refusal(
                        EpisodeRule.EACH_COLLEAGUE_ONCE,
                        "Say one role of each.",
                        List.of(new FieldError("/careTeam/%d/staff".formatted(i), "named before")));
            }
            if (!active.contains(member.staff())) {
                errors.add(new FieldError("/careTeam/%d/staff".formatted(i), "nobody who works here now"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal(
                    EpisodeRule.COLLEAGUE_UNKNOWN, "Name active staff; scheduling's staff list has them.", errors);
        }
        return team;
    }
}
