package org.stepwell.therapy.medication;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.Id;

/** One medication that a patient takes from elsewhere. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ExternalMedicationId(@JsonValue UUID value) implements Id {

    /** Reads a path parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static ExternalMedicationId fromString(String text) {
        return new ExternalMedicationId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
