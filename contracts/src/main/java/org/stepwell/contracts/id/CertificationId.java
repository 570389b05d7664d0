package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A physician's word that the patient needs this level of care. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record CertificationId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CertificationId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static CertificationId fromString(String text) {
        return new CertificationId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
