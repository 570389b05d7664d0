package org.stepwell.therapy.objective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.Id;

/** One objective of an episode, the same in all versions of its plan. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ObjectiveId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObjectiveId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
