package org.stepwell.aftercare.silence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;

/** Knows the support people of patients; without such a bean nobody but the patient is asked. */
public interface WhomToAsk {

    /** Whom a consent in force names as one who may be asked how the patient is, at a time; their id, and nothing else of them. */
    Optional<UUID> supportPerson(PatientId patient, Instant at);
}
