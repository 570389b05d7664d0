package org.stepwell.therapy.drugscreen;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** What can be screened for. */
@Path("drug-screen-catalogue")
@Guard(Policy.CLINIC_MEMBERS_READ)
class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All of it. */
    @Schema(name = "DrugScreenCatalogue")
    record CatalogueView(List<Panel> panels, Collection<Analyte> analytes) {}

    @GET
    @Operation(
            summary = "The panels and analytes of drug screens, with their LOINC codes and what an immunoassay misses")
    public CatalogueView read() {
        return new CatalogueView(catalogue.panels(), catalogue.analytes());
    }
}
