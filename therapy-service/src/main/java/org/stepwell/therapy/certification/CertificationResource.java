package org.stepwell.therapy.certification;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.certification.Certification.Clocked;
import org.stepwell.therapy.certification.Certification.Signer;
import org.stepwell.therapy.certification.Certification.Whom;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Programs;
import org.stepwell.therapy.roster.StaffMembers;

/** What a physician certifies of an episode. */
@Path("episodes/{episode}/certifications")
@Produces(MediaType.APPLICATION_JSON)
class CertificationResource {

    private final Certifications certifications;
    private final CertificationSettings settings;
    private final Episodes episodes;
    private final Programs programs;
    private final StaffMembers staff;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    CertificationResource(
            Certifications certifications,
            CertificationSettings settings,
            Episodes episodes,
            Programs programs,
            StaffMembers staff,
            ClinicDirectory clinics,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.certifications = certifications;
        this.settings = settings;
        this.episodes = episodes;
        this.programs = programs;
        this.staff = staff;
        this.clinics = clinics;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A certification as it was signed. */
    @Schema(name = "CertificationView")
    record View(
            CertificationId id,
            EpisodeId episode,
            PatientId patient,
            @Schema(examples = "2026-01-05") LocalDate from,

            @Schema(examples = "2026-03-06", description = "the day by which the next one is due")
            LocalDate through,

            @Schema(examples = "540") int weeklyMinutes,
            StaffId signer,
            @Schema(examples = "MD") String credentials,
            Instant signedAt) {

        static View of(Certification certification) {
            return new View(
                    certification.id(),
                    certification.episode(),
                    certification.patient(),
                    certification.firstDay(),
                    certification.lastDay(),
                    certification.weeklyMinutes(),
                    certification.signer(),
                    certification.credentials(),
                    certification.signedAt());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Certify that the patient needs this level of care, or certify it again",
            description = "By a physician. It gates nothing but billing: care goes on without it.")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> sign(EpisodeId episode, @NotNull @Valid CertificationForm form) {
        var found = episodes.of(episode);
        access.to(found.patient());
        var signer = access.staff();
        var now = clock.instant();
        var certification = Certification.sign(
                new CertificationId(Uuid7.next()),
                new Whom(episode, found.patient(), episodes.startOf(episode), found.running()),
                form,
                new Signer(signer, staff.credentials(signer).orElse(List.of())),
                new Clocked(now, LocalDate.ofInstant(now, clinics.zone())),
                settings,
                from -> programs.recertificationDays(episode, from));
        certifications.persistAndFlush(certification);
        outbox.append(certification.said());
        return Answers.created(View.of(certification), "episodes/" + episode + "/certifications", 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "What physicians certified of an episode, oldest first")
    public List<View> list(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        return certifications.of(episode).stream().map(View::of).toList();
    }
}
