package org.stepwell.enrollment.billing;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Until when a physician's certification stands, and whether billing waits for the next one. */
@Path("episodes/{episode}/certification-clock")
class CertificationClockResource {

    private final Episodes episodes;
    private final Certifications certifications;
    private final WantedCertifications wantedCertifications;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    CertificationClockResource(
            Episodes episodes,
            Certifications certifications,
            WantedCertifications wantedCertifications,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.episodes = episodes;
        this.certifications = certifications;
        this.wantedCertifications = wantedCertifications;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "CertificationClock")
    record View(
            EpisodeId episode,

            @Schema(
                    examples = "2026-03-06",
                    description = "the last day on which it stands; missing where there is none")
            @Nullable
            LocalDate through,

            @Schema(
                    description =
                            "the days on which the prescriber is told: 15 and 7 days before it runs out, and on its last day")
            List<LocalDate> alerts,

            @Schema(examples = "false", description = "whether somebody pays today who wants a certification")
            boolean wanted,

            @Schema(examples = "false", description = "billing waits, since it is wanted and none stands; care goes on")
            boolean billingHeld) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "Until when a physician's certification stands, and whether billing waits for the next one")
    public View read(EpisodeId episode) {
        var patient = episodes.patientOf(episode);
        access.to(patient);
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var through = certifications.through(episode, patient);
        boolean wanted = wantedCertifications.on(patient, today);
        return new View(
                episode,
                through.orElse(null),
                through.map(day -> new CertificationClock(day).alerts()).orElse(List.of()),
                wanted,
                wanted && through.filter(day -> !day.isBefore(today)).isEmpty());
    }
}
