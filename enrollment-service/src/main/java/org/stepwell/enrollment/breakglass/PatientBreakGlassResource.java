package org.stepwell.enrollment.breakglass;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.WallClock;

/** Opens a record in an emergency. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
class PatientBreakGlassResource {

    private final BreakGlasses glasses;
    private final BreakGlassTasks tasks;
    private final EmergencyDisclosures emergencies;
    private final BrokenGlass broken;
    private final SealedJson sealed;
    private final Access access;
    private final Outbox outbox;
    private final WallClock wall;

    PatientBreakGlassResource(
            BreakGlasses glasses,
            BreakGlassTasks tasks,
            EmergencyDisclosures emergencies,
            BrokenGlass broken,
            SealedJson sealed,
            Access access,
            Outbox outbox,
            WallClock wall) {
        this.glasses = glasses;
        this.tasks = tasks;
        this.emergencies = emergencies;
        this.broken = broken;
        this.sealed = sealed;
        this.access = access;
        this.outbox = outbox;
        this.wall = wall;
    }

    @Schema(name = "BreakGlassForm")
    record Form(
            @Schema(
                    examples = "Found unresponsive in the waiting room; the ambulance asks for her medication",
                    description = "the nature of the emergency; kept sealed")
            @NotBlank
            @Size(min = 10, max = 1_000)
            String nature) {}

    @POST
    @Path("{patient}/break-glass")
    @Transactional
    @StepUp
    @Guard(Policy.EMERGENCY_DISCLOSED)
    @Operation(
            summary = "Open a record in a medical emergency, in all services, for an hour",
            description =
                    "Asks for a second factor. Every look is in the patient's audit; the privacy officer reviews it. Whoever"
                            + " opened it already is answered with that (200), and it closes when it would have.")
    @APIResponseSchema(value = BreakGlassView.class, responseCode = "201")
    public RestResponse<BreakGlassView> open(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var now = wall.instant();
        var standing = glasses.standing(patient, access.staff(), now);
        if (standing.isPresent()) {
            var open = standing.get();
            var told = emergencies.of(List.of(open.id())).getOrDefault(open.id(), List.of());
            return Answers.versioned(BreakGlassView.of(open, told, sealed), open.version());
        }
        var id = new BreakGlassId(Uuid7.next());
        var nature = sealed.seal("break-glass-nature", id.value(), form.nature().strip());
        var glass = new BreakGlass(id, patient, access.staff(), nature, now);
        glasses.persistAndFlush(glass);
        tasks.opened(glass);
        broken.opened(glass.opened());
        outbox.append(glass.opened());
        return Answers.created(BreakGlassView.of(glass, List.of(), sealed), "break-glass/" + id, glass.version());
    }
}
