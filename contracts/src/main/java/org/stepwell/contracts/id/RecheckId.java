package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One quarterly recheck after discharge. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record RecheckId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecheckId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static RecheckId fromString(String text) {
        return new RecheckId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
