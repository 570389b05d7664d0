package org.stepwell.therapy.outreach;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.Id;

/** One step of the ladder; its task is about it. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record StepId(@JsonValue UUID value) implements Id {

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
