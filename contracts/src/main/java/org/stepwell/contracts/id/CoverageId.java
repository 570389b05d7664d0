package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A patient's policy with a payer. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record CoverageId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CoverageId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static CoverageId fromString(String text) {
        return new CoverageId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
