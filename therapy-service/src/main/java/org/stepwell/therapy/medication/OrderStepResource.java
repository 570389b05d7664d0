package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.medication.OrderLife.Word;

/** What becomes of an order; each step with the version that was read, also after the patient has left. */
@Path("episodes/{episode}/medication-orders/{medicationOrder}")
@Guard(Policy.PRESCRIBERS_ORDER)
class OrderStepResource {

    private final OrderSteps steps;

    OrderStepResource(OrderSteps steps) {
        this.steps = steps;
    }

    /** Why it is stopped. */
    @Schema(name = "MedicationStopForm")
    record StopForm(@NotNull StopReason reason) {}

    @POST
    @Path("hold")
    @Transactional
    @Operation(
            summary = "Put an order off for a while",
            description = "With If-Match. No injection is asked for meanwhile.")
    public RestResponse<OrderView> hold(
            EpisodeId episode, MedicationOrderId medicationOrder, @HeaderParam("If-Match") @Nullable IfMatch version) {
        return step(episode, medicationOrder, version, MedicationOrder::hold);
    }

    @POST
    @Path("resumption")
    @Transactional
    @Operation(
            summary = "Let an order that is on hold go on",
            description =
                    "With If-Match. What would stop a new order by now refuses it, and so does a warning that nobody answered yet.")
    public RestResponse<OrderView> resume(
            EpisodeId episode,
            MedicationOrderId medicationOrder,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @Nullable @Valid ResumptionForm said) {
        var view = steps.resume(episode, medicationOrder, version, said);
        return Answers.versioned(view, view.version());
    }

    @POST
    @Path("stop")
    @Transactional
    @Operation(summary = "Stop an order", description = "With If-Match, and a coded reason.")
    public RestResponse<OrderView> stop(
            EpisodeId episode,
            MedicationOrderId medicationOrder,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid StopForm form) {
        return step(episode, medicationOrder, version, (order, word) -> order.stop(form.reason(), word));
    }

    @POST
    @Path("completion")
    @Transactional
    @Operation(summary = "Say that an order was taken to its end", description = "With If-Match.")
    public RestResponse<OrderView> complete(
            EpisodeId episode, MedicationOrderId medicationOrder, @HeaderParam("If-Match") @Nullable IfMatch version) {
        return step(episode, medicationOrder, version, MedicationOrder::complete);
    }

    @POST
    @Path("error")
    @Transactional
    @Operation(
            summary = "Say that an order was entered in error: it is kept, and counts nowhere",
            description = "With If-Match.")
    public RestResponse<OrderView> strike(
            EpisodeId episode, MedicationOrderId medicationOrder, @HeaderParam("If-Match") @Nullable IfMatch version) {
        return step(episode, medicationOrder, version, MedicationOrder::strike);
    }

    private RestResponse<OrderView> step(
            EpisodeId episode,
            MedicationOrderId order,
            @Nullable IfMatch version,
            BiConsumer<MedicationOrder, Word> verb) {
        var view = steps.step(episode, order, version, verb);
        return Answers.versioned(view, view.version());
    }
}
