package org.stepwell.enrollment.episode;

import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;

/** Who waits, and for a place in which track. */
public record WaitingFor(PatientId patient, ProgramId program, String track) {}
