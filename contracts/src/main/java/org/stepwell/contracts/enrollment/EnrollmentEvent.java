package org.stepwell.contracts.enrollment;

import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;

/** Everything enrollment says: who is in, at which level of care, with what consent. */
@Publisher("enrollment")
public sealed interface EnrollmentEvent extends Event permits EnrollmentFact, EnrollmentState {}
