package org.stepwell.enrollment.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.measure.InstrumentView;

/** The questionnaires that can be taken here. */
@Path("instruments")
@Guard(Policy.CLINIC_MEMBERS_READ)
class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @Operation(
            summary = "The questionnaires of this installation, word for word",
            description = "Show the notice wherever the text is shown. Answers are sent by item and value.")
    public List<InstrumentView> list() {
        return instruments.all().stream().map(InstrumentView::of).toList();
    }
}
