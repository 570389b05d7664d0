package org.stepwell.platform.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Seals and opens how a patient is reached, under the clinic's key and for this patient alone. */
@Singleton
public class ContactSeal {

    private final Seal seal;
    private final ObjectMapper json;

    ContactSeal(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** Seals it for the clinic at work. */
    public String seal(PatientId patient, ContactBlock block) {
        try {
            return seal.seal(ClinicContext.clinic(), place(patient), json.writeValueAsString(block));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact block could not be written", e);
        }
    }

    /** Opens what was sealed for the same patient of the clinic at work. */
    public ContactBlock open(PatientId patient, String sealed) {
        try {
            return json.readValue(seal.open(ClinicContext.clinic(), place(patient), sealed), ContactBlock.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact block could not be read", e);
        }
    }

    private static String place(PatientId patient) {
        return "patient-contact/" + patient;
    }
}
