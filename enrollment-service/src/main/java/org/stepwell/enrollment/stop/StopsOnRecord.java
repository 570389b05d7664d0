package org.stepwell.enrollment.stop;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;

/**
 * What the clinic's own record says, so that nobody has to remember to say it: asked each time a
 * screening is concluded, and again when it comes to the admission.
 */
public interface StopsOnRecord {

    /** What stops the patient's admission by what stands on record on this day. */
    Set<Stop> of(PatientId patient, LocalDate day);

    /** What on this day deals with a stop, found by whomever. */
    default Map<Stop, Disposition> settled(PatientId patient, LocalDate day) {
        return Map.of();
    }
}
