package org.stepwell.enrollment.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** How a patient is reached, sealed under the clinic's key: the one block of names and numbers that travels. */
@Singleton
class Contact {

    private final Seal seal;
    private final ObjectMapper json;

    Contact(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** What is inside. */
    record Block(
            String givenName,
            String familyName,
            @Nullable String preferredName,
            LocalDate birthDate,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    String seal(PatientId patient, Block block) {
        try {
            return seal.seal(ClinicContext.clinic(), purpose(patient), json.writeValueAsString(block));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact block could not be written", e);
        }
    }

    Block open(PatientId patient, String sealed) {
        try {
            return json.readValue(seal.open(ClinicContext.clinic(), purpose(patient), sealed), Block.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact block could not be read", e);
        }
    }

    private static String purpose(PatientId patient) {
        return "patient-contact/" + patient;
    }
}
