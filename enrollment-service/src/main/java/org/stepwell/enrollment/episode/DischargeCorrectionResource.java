package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.reporting.OpenReports;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** How an episode ended, said anew; what was said before is kept with the reason why it was wrong. */
@Path("episodes")
class DischargeCorrectionResource {

    private final Episodes episodes;
    private final CorrectedEndings corrected;
    private final OverTreatments treatments;
    private final OpenReports reports;
    private final LastVisits visits;
    private final Access access;
    private final Outbox outbox;
    private final ClinicDirectory clinics;
    private final Clock clock;

    DischargeCorrectionResource(
            Episodes episodes,
            CorrectedEndings corrected,
            OverTreatments treatments,
            OpenReports reports,
            LastVisits visits,
            Access access,
            Outbox outbox,
            ClinicDirectory clinics,
            Clock clock) {
        this.episodes = episodes;
        this.corrected = corrected;
        this.treatments = treatments;
        this.reports = reports;
        this.visits = visits;
        this.access = access;
        this.outbox = outbox;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "DischargeCorrectionForm")
    record Form(
            @Schema(examples = "2026-05-28") @NotNull LocalDate lastDay,

            @Schema(examples = "MOVED") @NotNull DischargeReason reason,

            @Schema(description = "only where nobody accepted a next step") @Nullable
            DischargeWaiver waiver,

            @Schema(examples = "LEARNED_LATER", description = "why it is said anew") @NotNull
            CorrectionReason because) {}

    @PUT
    @Path("{episode}/discharge")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Correct how an episode ended; whatever follows from it follows the correction")
    public RestResponse<EpisodeView> correct(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        IfMatch.require(version, found.version());
        var now = clock.instant();
        var before = found.leaving().ending();
        var end = new Ending(form.lastDay(), form.reason(), form.waiver());
        end.mustFit(visits.of(found.patient(), episode));
        outbox.append(found.correctDischarge(
                end,
                episodes.hasAcceptedNextStep(found, form.lastDay()),
                episodes.nextStartOf(found),
                LocalDate.ofInstant(now, clinics.zone()),
                now));
        corrected.keep(episode, before, form.because(), now);
        reports.corrected(episode, form.lastDay(), form.reason(), found.primaryClinician(), now);
        treatments.ends(found);
        episodes.flush();
        return Answers.versioned(EpisodeView.of(found), found.version());
    }

    @GET
    @Path("{episode}/discharge/corrections")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "What was said before of how an episode ended, oldest first")
    public List<CorrectedEndings.Line> corrections(EpisodeId episode) {
        access.to(episodes.patientOf(episode));
        return corrected.of(episode);
    }
}
