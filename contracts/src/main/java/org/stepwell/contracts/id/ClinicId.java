package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clinic: the wall between patients of one clinic and of another. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ClinicId(@JsonValue UUID value) implements Id {

    /** No clinic: what concerns the whole deployment, such as the heartbeat of the consent register. */
    public static final ClinicId DEPLOYMENT = new ClinicId(new UUID(0, 0));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClinicId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static ClinicId fromString(String text) {
        return new ClinicId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
