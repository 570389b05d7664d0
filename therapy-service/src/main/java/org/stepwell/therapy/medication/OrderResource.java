package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** What prescribers order. */
@Path("episodes/{episode}/medication-orders")
@Produces(MediaType.APPLICATION_JSON)
class OrderResource {

    private final PlaceOrder placing;
    private final MedicationOrders orders;
    private final Access access;

    OrderResource(PlaceOrder placing, MedicationOrders orders, Access access) {
        this.placing = placing;
        this.orders = orders;
        this.access = access;
    }

    @POST
    @Transactional
    @Guard(Policy.PRESCRIBERS_ORDER)
    @Operation(
            summary = "Order a medication, or keep a draft of an order",
            description = "The checks of the product ask, warn and stop; a draft is kept with what they find.")
    @APIResponseSchema(value = CheckedOrder.class, responseCode = "201")
    public RestResponse<CheckedOrder> order(EpisodeId episode, @NotNull @Valid OrderForm form) {
        var placed = placing.place(episode, form);
        return Answers.created(
                placed,
                "episodes/%s/medication-orders/%s"
                        .formatted(episode, placed.order().id()),
                placed.order().version());
    }

    @GET
    @Path("{medicationOrder}")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read an order; of a draft, with what the checks find now")
    public RestResponse<CheckedOrder> read(EpisodeId episode, MedicationOrderId medicationOrder) {
        var order = orders.of(episode, medicationOrder);
        access.to(order.patient());
        if (order.status() == OrderStatus.DRAFT && access.byPatient()) {
            throw new NotFoundException();
        }
        return Answers.versioned(placing.show(order), order.version());
    }

    @PUT
    @Path("{medicationOrder}")
    @Transactional
    @Guard(Policy.PRESCRIBERS_ORDER)
    @Operation(
            summary = "Write the draft of an order anew, and order it unless it says that it stays a draft",
            description = "With If-Match. What was ordered does not change: stop it, or order another in its place.")
    public RestResponse<CheckedOrder> rewrite(
            EpisodeId episode,
            MedicationOrderId medicationOrder,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid OrderForm form) {
        var placed = placing.rewrite(episode, medicationOrder, version, form);
        return Answers.versioned(placed, placed.order().version());
    }
}
