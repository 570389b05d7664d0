package org.stepwell.contracts.aftercare;

import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;

/** Everything aftercare says: next steps, check-ins, what follows discharge. */
@Publisher("aftercare")
public sealed interface AftercareEvent extends Event permits AftercareFact, AftercareState {}
