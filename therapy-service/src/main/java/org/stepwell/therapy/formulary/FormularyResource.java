package org.stepwell.therapy.formulary;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** Which medications there are. */
@Path("formulary")
@Guard(Policy.CLINIC_MEMBERS_READ)
class FormularyResource {

    private final Formulary formulary;

    FormularyResource(Formulary formulary) {
        this.formulary = formulary;
    }

    /** All of it. */
    @Schema(name = "Formulary")
    record FormularyView(List<Formulary.Ingredient> ingredients, Collection<Product> products) {}

    @GET
    @Operation(
            summary = "The medications for opioid and alcohol use disorder, with their RxNorm codes and intervals",
            description = "What is not orderable is only recorded, as taken elsewhere.")
    public FormularyView read() {
        return new FormularyView(formulary.ingredients(), formulary.products());
    }
}
