package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.roster.Episodes;

/** Looks into the prescription monitoring program. */
@Path("episodes/{episode}/pdmp-checks")
@Produces(MediaType.APPLICATION_JSON)
class PdmpResource {

    private final PdmpChecks checks;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    PdmpResource(PdmpChecks checks, Episodes episodes, ClinicDirectory clinics, Access access, Clock clock) {
        this.checks = checks;
        this.episodes = episodes;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    /** When it was looked at. */
    @Schema(name = "PdmpCheckForm")
    record PdmpForm(
            @Schema(description = "now where it is left out") @Nullable
            Instant checkedAt) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Note that you looked into the prescription monitoring program",
            description = "Who and when; what stands there is not kept here.")
    @APIResponseSchema(value = PdmpView.class, responseCode = "201")
    public RestResponse<PdmpView> note(EpisodeId episode, @NotNull @Valid PdmpForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var check =
                new PdmpCheck(Uuid7.next(), stay, form.checkedAt(), access.staff(), clock.instant(), clinics.zone());
        checks.persist(check);
        return Answers.created(check.view(), "patients/%s/medication".formatted(stay.patient()), 0);
    }
}
