package org.stepwell.contracts.therapy;

import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;

/** Everything therapy says: plans, notes, measures, safety, progress. */
@Publisher("therapy")
public sealed interface TherapyEvent extends Event permits TherapyFact, TherapyState {}
