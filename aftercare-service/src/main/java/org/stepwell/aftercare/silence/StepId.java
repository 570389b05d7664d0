package org.stepwell.aftercare.silence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.Id;

/** A step of outreach, as tasks and mail servers know it. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record StepId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {}

    /** Reads a path parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static StepId fromString(String text) {
        return new StepId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
