package org.stepwell.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The relapse risk of one week after discharge. */
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record RelapseRiskId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RelapseRiskId {}

    /** Reads a path or query parameter; anything but a UUID is an id that nobody has. */
    @SuppressWarnings("unused") // called by JAX-RS
    public static RelapseRiskId fromString(String text) {
        return new RelapseRiskId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
