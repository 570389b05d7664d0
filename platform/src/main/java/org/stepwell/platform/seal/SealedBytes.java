package org.stepwell.platform.seal;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.stepwell.platform.clinic.ClinicContext;

/** Seals what is no text, such as a scanned page, for its own place. */
@Singleton
public class SealedBytes {

    private final Seal seal;

    SealedBytes(Seal seal) {
        this.seal = seal;
    }

    /** Seals bytes for one part of one record of the clinic at work, such as {@code document-pages} of a document. */
    public byte[] seal(String part, UUID record, byte[] bytes) {
        return seal.seal(ClinicContext.clinic(), SealedJson.place(part, record), bytes);
    }

    /** Opens what was sealed for the same part of the same record. */
    public byte[] open(String part, UUID record, byte[] sealed) {
        return seal.open(ClinicContext.clinic(), SealedJson.place(part, record), sealed);
    }
}
