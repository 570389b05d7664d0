package org.stepwell.scheduling.group;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.stepwell.contracts.id.Id;

/** One stay of a patient in a group. */
@Embeddable
record MembershipId(@JsonValue UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
