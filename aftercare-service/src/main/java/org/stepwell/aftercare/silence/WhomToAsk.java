package org.stepwell.aftercare.silence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;

/** Knows the support people of patients; without such a bean nobody but the patient is asked. */
public interface WhomToAsk {

    /**
     * Whom a consent in force names as one who may be asked how the patient is, at a time; their id, and nothing else of them.
     *
     * @throws org.stepwell.platform.problem.Refusal where it can not be known at the moment: that is no no
     */
    Optional<UUID> supportPerson(PatientId patient, Instant at);

    /**
     * Whether this person may be asked now: the patient wants it, and a consent that names them is in force.
     *
     * @throws org.stepwell.platform.problem.Refusal where it can not be known at the moment: that is no no
     */
    boolean mayBeAsked(PatientId patient, UUID person);

    /** Whether this person supports the patient, or did. */
    boolean supports(PatientId patient, UUID person);

    /** When somebody was last permitted to ask this person; the permit stands in the patient's ledger. */
    Optional<Instant> permittedAt(UUID person);
}
