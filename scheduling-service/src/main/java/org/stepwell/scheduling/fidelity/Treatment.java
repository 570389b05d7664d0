package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;

/** Minutes of treatment on a day, in a group or alone with a clinician. */
record Treatment(LocalDate day, int minutes, boolean inGroup) {}
