package org.stepwell.enrollment.consent;

import org.stepwell.contracts.id.PatientId;

/** What may still end for a patient, as whoever keeps the episodes knows it. */
public interface CourseOfCare {

    /** A treatment that is waited for, runs, or may yet be asked for. */
    boolean treatmentMayEnd(PatientId patient);

    /** The same of what follows a treatment. */
    boolean aftercareMayEnd(PatientId patient);
}
