package org.stepwell.enrollment.screening;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;

/** Screenings: a suggested level with the rule that fired, for review by a clinician. */
@Path("screenings")
class ScreeningResource {

    private final Screenings screenings;
    private final Access access;
    private final Clock clock;

    ScreeningResource(Screenings screenings, Access access, Clock clock) {
        this.screenings = screenings;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "ClearanceForm")
    record ClearanceForm(
            @Schema(examples = "MEDICAL_EMERGENCY") @NotNull HardStop hardStop,
            @Schema(examples = "MEDICALLY_CLEARED") @NotNull Screening.Disposition disposition) {}

    @Schema(name = "ScreeningView")
    record View(
            ScreeningId id,
            PatientId patient,
            String edition,
            Dimensions dimensions,

            @Schema(description = "for review by a clinician; none while a hard stop is open") @Nullable
            String suggestedLevel,

            @Schema(description = "the rule of the suggestion", examples = "R7")
            String firedRule,

            @Schema(examples = "One dimension is at moderate risk: intensive outpatient.")
            String because,

            Set<HardStop> hardStops,
            Set<HardStop> openHardStops,
            Instant screenedAt) {
        static View of(Screening screening) {
            var suggestion = screening.suggestion();
            return new View(
                    screening.id(),
                    screening.patient(),
                    screening.edition(),
                    screening.dimensions(),
                    suggestion.level(),
                    suggestion.name(),
                    suggestion.because(),
                    screening.hardStops(),
                    screening.openHardStops(),
                    screening.screenedAt());
        }
    }

    @GET
    @Path("{screening}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One screening")
    public RestResponse<View> read(ScreeningId screening) {
        var found = screenings.of(screening);
        access.to(found.patient());
        return Answers.versioned(View.of(found), found.version());
    }

    @POST
    @Path("{screening}/clearances")
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(summary = "A clinician dealt with a hard stop")
    public RestResponse<View> clear(ScreeningId screening, @NotNull @Valid ClearanceForm form) {
        var found = screenings.of(screening);
        access.to(found.patient());
        found.clear(form.hardStop(), form.disposition(), actor(), clock.instant());
        screenings.flush();
        return Answers.versioned(View.of(found), found.version());
    }

    private static String actor() {
        return ClinicContext.current().orElseThrow().actor();
    }
}
