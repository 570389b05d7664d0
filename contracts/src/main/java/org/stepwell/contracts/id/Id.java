package org.stepwell.contracts.id;

import java.io.Serializable;
import java.util.UUID;

/** What all ids have in common: a UUID inside, never a name. */
public interface Id extends Serializable {

    /** The bare id. */
    UUID value();

    /** Reads the canonical form only; {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID (%d characters)".formatted(text.length()));
        }
        return UUID.fromString(text);
    }
}
