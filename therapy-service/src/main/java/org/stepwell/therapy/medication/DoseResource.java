package org.stepwell.therapy.medication;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.formulary.Formulary;

/** Which doses of an order were given and taken. */
@Path("episodes/{episode}/medication-orders/{medicationOrder}/doses")
@Produces(MediaType.APPLICATION_JSON)
class DoseResource {

    private final MedicationOrders orders;
    private final LastInjections injections;
    private final Doses doses;
    private final InjectionAlerts alerts;
    private final Formulary formulary;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    DoseResource(
            MedicationOrders orders,
            Doses doses,
            LastInjections injections,
            InjectionAlerts alerts,
            Formulary formulary,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.orders = orders;
        this.doses = doses;
        this.injections = injections;
        this.alerts = alerts;
        this.formulary = formulary;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record a dose: given, supplied, taken as the patient says, missed or refused",
            description =
                    "An injection has a site, and a lot where one is printed; it is given while its window is open, and the next one is asked for in its time.")
    @APIResponseSchema(value = DoseView.class, responseCode = "201")
    public RestResponse<DoseView> record(
            EpisodeId episode, MedicationOrderId medicationOrder, @NotNull @Valid DoseForm form) {
        var order = orders.locked(episode, medicationOrder);
        access.to(order.patient());
        var product = formulary.of(order.what().product());
        var dose =
                MedicationDose.of(Uuid7.next(), order, product, form, access.staff(), clock.instant(), clinics.zone());
        var interval = product.window();
        if (interval != null && dose.isInjection()) {
            dose.mustBeInItsWindow(interval, order.days().startsOn(), injections.beside(dose.day(), order));
        }
        doses.persistAndFlush(dose);
        if (dose.isInjection()) {
            alerts.anewFrom(order, true);
        }
        return Answers.created(
                dose.view(), "episodes/%s/medication-orders/%s/doses".formatted(episode, medicationOrder), 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read the doses of an order, newest last")
    public RestResponse<Page<DoseView>> list(
            EpisodeId episode,
            MedicationOrderId medicationOrder,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        access.to(orders.of(episode, medicationOrder).patient());
        return Page.of(
                doses.of(medicationOrder, page.after(), page.fetch()),
                page,
                MedicationDose::view,
                MedicationDose::id,
                uri);
    }

    @POST
    @Path("{dose}/error")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Say that a dose was entered in error: it is kept, and counts nowhere")
    public DoseView strike(EpisodeId episode, MedicationOrderId medicationOrder, UUID dose) {
        var order = orders.locked(episode, medicationOrder);
        access.to(order.patient());
        var found = doses.of(medicationOrder, dose);
        found.strike(access.staff(), clock.instant());
        doses.flush();
        if (found.isInjection()) {
            alerts.anewFrom(order, false);
        }
        return found.view();
    }
}
