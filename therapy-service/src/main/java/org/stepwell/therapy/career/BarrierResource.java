package org.stepwell.therapy.career;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.telling.Telling;

/** What is in a patient's way to work or school. */
@Path("episodes/{episode}/career/barriers")
class BarrierResource {

    private final BarriersMet barriers;
    private final Telling telling;

    BarrierResource(BarriersMet barriers, Telling telling) {
        this.barriers = barriers;
        this.telling = telling;
    }

    /** A barrier, and whether it is in the way. */
    @Schema(name = "CareerBarrierForm")
    record BarrierForm(@NotNull Barrier barrier, @NotNull BarrierMet.State state) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say that something is in the patient's way to work or school, or is not any more")
    public BarrierView tell(EpisodeId episode, @NotNull @Valid BarrierForm form) {
        var told = telling.of(episode);
        var before = barriers.of(episode, form.barrier());
        before.ifPresent(met -> met.is(form.state(), told));
        var met = before.orElseGet(() -> new BarrierMet(Uuid7.next(), told, form.barrier(), form.state()));
        barriers.persistAndFlush(met);
        return met.view();
    }
}
