package org.stepwell.contracts.scheduling;

import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;

/** Everything scheduling says: when, where, with whom, and who was there for how many minutes. */
@Publisher("scheduling")
public sealed interface SchedulingEvent extends Event permits SchedulingFact, SchedulingState {}
