package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One scanned or photographed paper in a patient's chart. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record DocumentId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static DocumentId fromString(String text) {
        return new DocumentId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
