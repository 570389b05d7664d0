package org.stepwell.therapy.medication;

import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.PatientId;

/** Which opioids were found in a patient; whoever keeps what was found tells it. */
public interface OpioidsFound {

    /** Those in specimens of this day and later, whether anybody expected them or not. */
    List<OpioidUse> since(PatientId patient, LocalDate day);
}
