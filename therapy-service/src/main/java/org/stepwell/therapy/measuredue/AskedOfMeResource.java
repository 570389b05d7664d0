package org.stepwell.therapy.measuredue;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** What a patient is asked to answer on the phone. */
@Path("patients/{patient}/measures-asked")
class AskedOfMeResource {

    private final AskedMeasures asked;
    private final Instruments instruments;
    private final Access access;

    AskedOfMeResource(AskedMeasures asked, Instruments instruments, Access access) {
        this.asked = asked;
        this.instruments = instruments;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read which questionnaires a patient is asked to answer, longest due first",
            description =
                    "What they answer is sent as a measure of the episode. What is asked of the staff is not here.")
    public List<AskedOfMeView> list(PatientId patient) {
        access.to(patient);
        return asked.open(patient).stream()
                .filter(AskedMeasure::asksThePatient)
                .map(one -> one.ofMe(title(one.instrument())))
                .toList();
    }

    private String title(String instrument) {
        return instruments.find(instrument).map(Instrument::title).orElse(instrument);
    }
}
