package org.stepwell.therapy.naloxone;

import org.stepwell.contracts.id.PatientId;

/** Who is treated for an opioid use disorder; whoever keeps what patients take tells it. */
public interface OpioidTreatment {

    /** True of whoever is, or was: the danger is the greatest after a treatment. What was entered in error is none. */
    boolean isOf(PatientId patient);
}
