package org.stepwell.platform.finding;

import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;

/** What wants to know of each safety flag that any service raised; a bean of this type hears of all of them, its own too. */
public interface RaisedFlags {

    /** A flag was raised, and the register has it; the same one may be told more than once. */
    void raised(SafetyChanged flag);
}
